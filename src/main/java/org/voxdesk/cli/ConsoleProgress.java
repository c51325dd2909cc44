package org.voxdesk.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import org.voxdesk.task.Progress;

/// A progress bar on the terminal for work that takes over a second; nothing where the output is no
/// terminal.
final class ConsoleProgress implements Progress, AutoCloseable {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long REFRESH = 100_000_000L;
  private static final int WIDTH = 30;

  private final Optional<PrintWriter> terminal;
  private final String title;
  private final long start = System.nanoTime();
  private long shown;
  private boolean visible;

  ConsoleProgress(String title) {
    this.title = title;
    this.terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).map(Console::writer);
  }

  @Override
  public synchronized void report(long done, long total) {
    long now = System.nanoTime();
    if (terminal.isEmpty() || now - start < PATIENCE || now - shown < REFRESH) {
      return;
    }
    shown = now;
    visible = true;
    int filled = total <= 0 ? 0 : (int) (WIDTH * done / total);
    String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    String line = "\r" + title + " " + bar + " " + (total <= 0 ? done : 100 * done / total + " %");
    terminal.get().print(line);
    terminal.get().flush();
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  /// Takes the bar off the terminal.
  @Override
  public synchronized void close() {
    if (visible) {
      terminal.orElseThrow().print("\r" + " ".repeat(columns(title) + WIDTH + 10) + "\r");
      terminal.orElseThrow().flush();
    }
  }

  /// How much room a text takes: characters of Chinese are twice as wide as letters.
  private static int columns(String text) {
    return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
  }
}
