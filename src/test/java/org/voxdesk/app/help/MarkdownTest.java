package org.voxdesk.app.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.app.help.Markdown.Run;
import org.voxdesk.app.help.Markdown.Style;

final class MarkdownTest {
  @Test
  void aPageIsItsBlocksInOrder() {
    String page =
        """
        # Title

        Words here.

        ![A picture](tags.png)

        - one
        2. two

        ```
        a | b

        # c
        ```
        | key | does |
        |---|---|
        | F1 | `a\\|b` |
        """;
    assertThat(Markdown.blocks(page))
        .containsExactly(
            new Markdown.Heading(1, "Title"),
            new Markdown.Paragraph(List.of(plain("Words here."))),
            new Markdown.Picture("A picture", "tags.png"),
            new Markdown.Item(List.of(plain("one"))),
            new Markdown.Item(List.of(plain("two"))),
            new Markdown.Code("a | b\n\n# c"),
            new Markdown.Table(
                List.of(
                    List.of(List.of(plain("key")), List.of(plain("does"))),
                    List.of(List.of(plain("F1")), List.of(new Run(Style.CODE, "a|b", ""))))));
  }

  @Test
  void marksWithinALineBecomeRuns() {
    assertThat(Markdown.runs("a **b** *c* `*d*` [e](f.md) 2 * 3"))
        .containsExactly(
            plain("a "),
            new Run(Style.BOLD, "b", ""),
            plain(" "),
            new Run(Style.ITALIC, "c", ""),
            plain(" "),
            new Run(Style.CODE, "*d*", ""),
            plain(" "),
            new Run(Style.LINK, "e", "f.md"),
            plain(" 2 * 3"));
  }

  private static Run plain(String text) {
    return new Run(Style.PLAIN, text, "");
  }
}
