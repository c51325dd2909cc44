package org.voxdesk.app.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// As much of Markdown as the guide is written in: headings, paragraphs, lists, tables, code,
/// pictures, and bold, italic, code and links within lines.
final class Markdown {
  private static final Pattern HEADING = Pattern.compile("(#{1,3}) (.*)");
  private static final Pattern PICTURE = Pattern.compile("!\\[(.*)]\\((.*)\\)");
  private static final Pattern ITEM = Pattern.compile("(?:-|\\d+\\.) (.*)");
  private static final Pattern CELLS_END = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern INLINE =
      Pattern.compile("`(.+?)`|\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|\\[(.+?)]\\((.+?)\\)");

  /// A part of a page.
  sealed interface Block {}

  /// @param level from 1
  record Heading(int level, String text) implements Block {}

  record Paragraph(List<Run> runs) implements Block {}

  record Item(List<Run> runs) implements Block {}

  /// @param rows cells of runs; the first row holds the titles
  record Table(List<List<List<Run>>> rows) implements Block {}

  record Code(String text) implements Block {}

  record Picture(String words, String file) implements Block {}

  /// How a run of text is set.
  enum Style {
    PLAIN,
    BOLD,
    ITALIC,
    CODE,
    LINK
  }

  /// @param target where a link leads; empty for others
  record Run(Style style, String text, String target) {}

  private final List<String> lines;
  private final List<Block> blocks = new ArrayList<>();
  private int next;

  private Markdown(String page) {
    this.lines = page.lines().toList();
  }

  static List<Block> blocks(String page) {
    Markdown reading = new Markdown(page);
    while (reading.next < reading.lines.size()) {
      reading.block(reading.lines.get(reading.next));
    }
    return List.copyOf(reading.blocks);
  }

  private void block(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher picture = PICTURE.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.startsWith("```")) {
      next++;
      blocks.add(new Code(String.join("\n", takeWhile(each -> !each.startsWith("```")))));
      next++;
    } else if (line.startsWith("|")) {
      blocks.add(table(takeWhile(each -> each.startsWith("|"))));
    } else {
      next++;
      if (heading.matches()) {
        blocks.add(new Heading(heading.group(1).length(), heading.group(2)));
      } else if (picture.matches()) {
        blocks.add(new Picture(picture.group(1), picture.group(2)));
      } else if (item.matches()) {
        blocks.add(new Item(runs(item.group(1))));
      } else if (!line.isBlank()) {
        blocks.add(new Paragraph(runs(line)));
      }
    }
  }

  private List<String> takeWhile(Predicate<String> wanted) {
    List<String> taken = lines.stream().skip(next).takeWhile(wanted).toList();
    next += taken.size();
    return taken;
  }

  private static Table table(List<String> rows) {
    return new Table(
        rows.stream()
            .filter(row -> !row.startsWith("|---"))
            .map(row -> CELLS_END.split(row.substring(1)))
            .map(cells -> Arrays.stream(cells).map(cell -> runs(cell.strip())).toList())
            .toList());
  }

  static List<Run> runs(String text) {
    String words = text.replace("\\|", "|");
    List<Run> runs = new ArrayList<>();
    int end = 0;
    for (MatchResult found : INLINE.matcher(words).results().toList()) {
      plain(words.substring(end, found.start()), runs);
      runs.add(run(found));
      end = found.end();
    }
    plain(words.substring(end), runs);
    return runs;
  }

  private static void plain(String text, List<Run> runs) {
    if (!text.isEmpty()) {
      runs.add(new Run(Style.PLAIN, text, ""));
    }
  }

  private static Run run(MatchResult found) {
    if (found.group(1) != null) {
      return new Run(Style.CODE, found.group(1), "");
    }
    if (found.group(2) != null) {
      return new Run(Style.BOLD, found.group(2), "");
    }
    return found.group(3) != null
        ? new Run(Style.ITALIC, found.group(3), "")
        : new Run(Style.LINK, found.group(4), found.group(5));
  }
}
