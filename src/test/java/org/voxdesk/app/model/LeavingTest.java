package org.voxdesk.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.TestServices;

final class LeavingTest {
  @TempDir Path folder;

  private final List<String> happened = new ArrayList<>();

  @Test
  void theWindowGoesOnceEveryQuestionHasBeenAnswered() {
    AppModel app = new AppModel(TestServices.synchronous(folder));
    List<Runnable> waiting = new ArrayList<>();
    app.beforeLeaving(
        leave -> {
          happened.add("exports");
          waiting.add(leave);
        });
    app.leave(() -> happened.add("gone"));
    assertThat(happened).containsExactly("exports");
    waiting.getFirst().run();
    assertThat(happened).containsExactly("exports", "gone");
  }

  @Test
  void whatWasAddedLastIsAskedFirst() {
    AppModel app = new AppModel(TestServices.synchronous(folder));
    app.beforeLeaving(
        leave -> {
          happened.add("first");
          leave.run();
        });
    app.beforeLeaving(
        leave -> {
          happened.add("second");
          leave.run();
        });
    app.leave(() -> happened.add("gone"));
    assertThat(happened).containsExactly("second", "first", "gone");
  }
}
