package org.voxdesk.app;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// What the system sends to a program that is to end: at a log-out, from a terminal, by `kill`.
///
/// The virtual machine's own answer ends JavaFX beside a window that still draws, which loses the
/// settings and prints errors. `sun.misc.Signal` is the one way to give another; it is reached by
/// its name, as the compiler takes no program that uses it for one without warnings.
final class EndSignals {
  private static final List<String> NAMES = List.of("TERM", "INT", "HUP");
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FAILED = 1;

  private EndSignals() {}

  /// Answers those signals from now on. A second one, or a window that does not close in time, ends
  /// the virtual machine at once.
  ///
  /// @param close closes the window and waits for that, at most so long; whether it has closed
  static void answer(Predicate<Duration> close) {
    AtomicBoolean closing = new AtomicBoolean();
    Runnable answer =
        () -> {
          if (closing.getAndSet(true) || !close.test(PATIENCE)) {
            Runtime.getRuntime().halt(FAILED);
          }
        };
    for (String name : NAMES) {
      try {
        handle(name, answer);
      } catch (ReflectiveOperationException unknown) {
        // Windows has no HUP, and another virtual machine may have no signals at all.
        System.getLogger(EndSignals.class.getName())
            .log(System.Logger.Level.DEBUG, "This system lacks a signal.", unknown);
      }
    }
  }

  private static void handle(String name, Runnable answer) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object handling =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.invoke(answer, arguments);
              }
              answer.run();
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
  }
}
