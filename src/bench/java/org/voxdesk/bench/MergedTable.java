package org.voxdesk.bench;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.command.Shortcuts;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Targets;
import org.voxdesk.app.notify.Dialogs;
import org.voxdesk.app.notify.Notifications;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.app.tags.TagBranch;
import org.voxdesk.app.tags.TagsViewModel;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.TaskRunner;
import org.voxdesk.text.ExplainedException;

/// The tags of a series of 1,000 images of 258 elements, each element once: from the click on the
/// series to the text of every line of the table.
@State(Scope.Benchmark)
public class MergedTable {
  static final int IMAGES = 1_000;
  private static final int DISTINCT = 100;

  private Path folder = Path.of("");
  private final AppModel app = app();
  private final TagsViewModel tags = new TagsViewModel(app);

  @Setup
  public void open() throws IOException, ExplainedException {
    folder = Files.createTempDirectory(Path.of("target"), "merge-");
    List<Path> sources = ScanFolder.files();
    for (int i = 0; i < DISTINCT; i++) {
      DicomWriter.save(
          ScanHeaders.filled(DicomReader.read(sources.get(i % sources.size()))),
          folder.resolve("%04d.dcm".formatted(i)),
          AtomicFile.Existing.REFUSE);
    }
    for (int i = DISTINCT; i < IMAGES; i++) {
      Files.createLink(
          folder.resolve("%04d.dcm".formatted(i)),
          folder.resolve("%04d.dcm".formatted(i % DISTINCT)));
    }
    app.session().open(List.of(folder));
  }

  private static AppModel app() {
    Preferences preferences = Preferences.empty(Path.of("target", "bench.properties"));
    Dialogs dialogs =
        (Dialogs)
            Proxy.newProxyInstance(
                Dialogs.class.getClassLoader(),
                new Class<?>[] {Dialogs.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException(method.getName());
                });
    return new AppModel(
        new Services(
            Runnable::run,
            new TaskRunner(Runnable::run),
            Parallel.SEQUENTIAL,
            new Notifications(Runnable::run, action -> {}),
            dialogs,
            preferences,
            Messages.of(Locale.ENGLISH),
            new Commands(),
            new Shortcuts(preferences)));
  }

  @TearDown
  public void delete() throws IOException {
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Benchmark
  public int select() {
    app.targets().scopeProperty().set(Targets.Scope.IMAGE);
    app.targets().scopeProperty().set(Targets.Scope.SERIES);
    int characters = 0;
    for (TagBranch branch : tags.branchesProperty().get()) {
      characters += tags.value(branch.row()).length();
    }
    return characters;
  }
}
