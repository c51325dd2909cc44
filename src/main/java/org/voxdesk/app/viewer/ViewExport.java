package org.voxdesk.app.viewer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.Services;
import org.voxdesk.export.PictureSequence;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.task.Outcome;
import org.voxdesk.text.ExplainedException;

/// Copies the active pane's picture to the clipboard, and writes it, or those of all its slices, as
/// PNG files.
final class ViewExport {
  private static final String SEQUENCE_NAME = "slice";

  private final ViewerViewModel viewer;
  private final Services services;
  private final Supplier<StageView> stage;

  /// @param stage the stage of the active pane
  ViewExport(ViewerViewModel viewer, Supplier<StageView> stage) {
    this.viewer = viewer;
    this.services = viewer.app().services();
    this.stage = stage;
  }

  void bind() {
    Commands commands = services.commands();
    var shown = viewer.pictureProperty().map(Optional::isPresent);
    commands.bind(Command.COPY_VIEW, this::copy, shown);
    commands.bind(Command.EXPORT_VIEW, this::exportView, shown);
    commands.bind(Command.EXPORT_SEQUENCE, this::exportSequence, shown);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(picture());
    Clipboard.getSystemClipboard().setContent(content);
    services.notifications().info(services.text("view.copied"));
  }

  /// The stage as it is seen, in real pixels, without the frame that marks it.
  private WritableImage picture() {
    StageView view = stage.get();
    double density = viewer.pictureProperty().getValue().map(Picture::density).orElse(1.0);
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(density, density));
    return view.withoutFrame(() -> view.snapshot(parameters, null));
  }

  private void exportView() {
    WritableImage picture = picture();
    services
        .dialogs()
        .saveFile(services.text("view.export.title"), "view.png")
        .map(ViewExport::png)
        .ifPresent(
            target ->
                services
                    .tasks()
                    .start(services.text("task.pictures"), progress -> write(picture, target))
                    .whenEnded(services.ui(), outcome -> report(outcome, "view.exported", target)));
  }

  private static Path png(Path chosen) {
    String name = chosen.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(".png")
        ? chosen
        : chosen.resolveSibling(name + ".png");
  }

  private static Integer write(WritableImage picture, Path target)
      throws IOException, ExplainedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", bytes);
    AtomicFile.write(target, AtomicFile.Existing.REPLACE, out -> bytes.writeTo(out));
    return 1;
  }

  private void exportSequence() {
    PaneViewModel pane = viewer.active();
    Optional<Picture> like = pane.pictureProperty().get();
    Optional<Path> chosen = services.dialogs().openFolder(services.text("view.sequence.title"));
    if (like.isEmpty() || chosen.isEmpty()) {
      return;
    }
    Path folder = chosen.get();
    List<SliceSource> sources = new ArrayList<>();
    for (int at = 0; at < pane.navigation().slices().size(); at++) {
      sources.add(pane.source(at));
    }
    boolean taken =
        PictureSequence.names(SEQUENCE_NAME, sources.size()).stream()
            .anyMatch(name -> Files.exists(folder.resolve(name)));
    if (taken
        && !services
            .dialogs()
            .confirm(
                services.text("view.sequence.title"),
                services.text("view.sequence.replace", folder),
                services.text("view.sequence.yes"))) {
      return;
    }
    SequencePictures pictures =
        new SequencePictures(
            sources, like.get(), viewer.overlayPlanesProperty().get(), services.parallel());
    services
        .tasks()
        .start(
            services.text("task.pictures"),
            progress ->
                PictureSequence.write(
                        folder, SEQUENCE_NAME, sources.size(), pictures, taken, progress)
                    .size())
        .whenEnded(services.ui(), outcome -> report(outcome, "view.sequence.done", folder));
  }

  private void report(Outcome<Integer> outcome, String doneKey, Path target) {
    switch (outcome) {
      case Outcome.Success<Integer>(Integer count) ->
          services.notifications().info(services.text(doneKey, count, target));
      case Outcome.Failure<Integer> failed ->
          services.notifications().error(services.text("view.failed"), failed.cause());
      case Outcome.Cancelled<Integer> cancelled -> {}
    }
  }
}
