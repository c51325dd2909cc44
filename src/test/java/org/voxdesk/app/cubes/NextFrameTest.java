package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class NextFrameTest {
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final NextFrame frames = new NextFrame(later::add);
  private final List<String> done = new ArrayList<>();

  @Test
  void whatWaitsIsDoneOnceInTheFrameThatBegins() {
    frames.execute(() -> done.add("a"));
    frames.execute(() -> done.add("b"));
    assertThat(done).isEmpty();
    frames.begin();
    assertThat(done).containsExactly("a", "b");
    later.forEach(Runnable::run);
    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void withoutAFrameItIsDoneWhenTheThreadComesToIt() {
    frames.execute(() -> done.add("a"));
    later.remove().run();
    assertThat(done).containsExactly("a");
  }
}
