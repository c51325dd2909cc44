package org.voxdesk.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.app.TestServices;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Task;

/// What is being read slowly can be looked at while the rest is read.
class OpeningTest {
  @TempDir Path folder;

  private final List<Integer> sizes = new ArrayList<>();
  private final List<SeriesVolume.State> volumes = new ArrayList<>();
  private List<Path> files = List.of();
  private Services services;
  private Session session;

  @BeforeEach
  void slowDisk() throws Exception {
    files = SmallSeries.write(Files.createDirectory(folder.resolve("in")));
    Services quick = TestServices.synchronous(folder.resolve("settings"));
    services =
        new Services(
            quick.ui(),
            quick.tasks(),
            new SlowParallel(),
            quick.notifications(),
            quick.dialogs(),
            quick.preferences(),
            quick.messages(),
            quick.commands(),
            quick.shortcuts());
    AppModel app = new AppModel(services);
    session = app.session();
    session.libraryProperty().addListener((property, was, is) -> sizes.add(is.instances().size()));
    app.volume().stateProperty().addListener((property, was, is) -> volumes.add(is));
  }

  /// Takes longer than anybody minds to wait.
  private static final class SlowParallel implements Parallel {
    @Override
    public void forEach(int count, IntConsumer piece) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      SEQUENTIAL.forEach(count, piece);
    }
  }

  @Test
  void theFirstImagesAreThereWhileTheRestIsRead() {
    List<Path> looked = new ArrayList<>();
    session
        .instanceProperty()
        .addListener((property, was, is) -> is.map(Instance::path).ifPresent(looked::add));
    session.open(List.of(folder.resolve("in")));
    assertThat(sizes).containsExactly(32, 40);
    assertThat(looked)
        .as("the middle of what there is")
        .containsExactly(files.get(16), files.get(20));
    assertThat(session.seriesProperty().get().orElseThrow().instances()).hasSize(40);
    assertThat(session.openingProperty().get()).isFalse();
  }

  @Test
  void theVolumeIsReadOnceWhenAllSlicesAreThere() {
    session.open(List.of(folder.resolve("in")));
    assertThat(volumes)
        .filteredOn(state -> state instanceof SeriesVolume.State.Ready)
        .singleElement()
        .isInstanceOfSatisfying(
            SeriesVolume.State.Ready.class,
            ready -> assertThat(ready.stack().slices()).hasSize(40));
  }

  @Test
  void whoHasGoneToAnotherImageMeanwhileStaysThere() {
    onFirst(library -> session.select(library.series().getFirst(), library.instances().get(3)));
    session.open(List.of(folder.resolve("in")));
    assertThat(session.instanceProperty().get().map(Instance::path)).contains(files.get(3));
    assertThat(session.seriesProperty().get().orElseThrow().instances()).hasSize(40);
  }

  @Test
  void whatArrivedBeforeCancellingStaysOpen() {
    onFirst(library -> services.tasks().active().forEach(Task::cancel));
    session.open(List.of(folder.resolve("in")));
    assertThat(sizes).containsExactly(32);
    assertThat(volumes.getLast())
        .isInstanceOfSatisfying(
            SeriesVolume.State.Ready.class,
            ready -> assertThat(ready.stack().slices()).hasSize(32));
  }

  @Test
  void whatHasBeenClosedMeanwhileStaysClosed() {
    onFirst(library -> session.close(library.instances().subList(0, 5)));
    session.open(List.of(folder.resolve("in")));
    assertThat(session.libraryProperty().get().instances().stream().map(Instance::path))
        .containsExactlyElementsOf(files.subList(5, 40));
  }

  @Test
  void closingEverythingEndsTheReading() {
    onFirst(library -> session.close(library.instances()));
    session.open(List.of(folder.resolve("in")));
    assertThat(session.libraryProperty().get()).isEqualTo(Library.EMPTY);
    assertThat(session.seriesProperty().get()).isEqualTo(Optional.<Series>empty());
    assertThat(session.openingProperty().get()).isFalse();
  }

  private void onFirst(Consumer<Library> action) {
    var done = new AtomicBoolean();
    session
        .instanceProperty()
        .addListener(
            (property, was, is) -> {
              if (is.isPresent() && !done.getAndSet(true)) {
                action.accept(session.libraryProperty().get());
              }
            });
  }
}
