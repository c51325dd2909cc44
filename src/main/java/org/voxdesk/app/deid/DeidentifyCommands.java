package org.voxdesk.app.deid;

import java.util.List;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.study.Instance;

/// Binds the command that de-identifies the images that are edited together.
public final class DeidentifyCommands {
  private DeidentifyCommands() {}

  /// Binds the command for good.
  public static void bind(AppModel app) {
    app.services()
        .commands()
        .bind(
            Command.DEIDENTIFY,
            () -> ask(app),
            app.targets().imagesProperty().map(images -> !images.isEmpty()));
  }

  private static void ask(AppModel app) {
    Services services = app.services();
    List<Instance> images = app.targets().imagesProperty().get();
    var model = new DeidentifyViewModel(app, images);
    services
        .dialogs()
        .<Deidentify>ask(
            services.text("deid.title"), done -> new DeidentifyPage(services, model, done))
        .ifPresent(
            edit ->
                app.session()
                    .applyInBackground(
                        edit,
                        images,
                        () ->
                            services
                                .notifications()
                                .info(services.text("deid.done", images.size()))));
  }
}
