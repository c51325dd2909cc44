package org.voxdesk.app.help;

import java.nio.file.Path;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.Services;

/// Binds the commands of the Help menu.
public final class HelpCommands {
  private HelpCommands() {}

  /// Binds them for good.
  ///
  /// @param logs the folder of the log
  public static void bind(Services services, Path logs) {
    services
        .commands()
        .bind(
            Command.GUIDE,
            () -> services.dialogs().show(services.text("guide.title"), () -> guide(services)));
    services
        .commands()
        .bind(
            Command.LICENCES,
            () ->
                services
                    .dialogs()
                    .show(services.text("licences.title"), () -> new LicencesPage(services)));
    services
        .commands()
        .bind(
            Command.REPORT_PROBLEM,
            () ->
                services
                    .dialogs()
                    .show(services.text("problem.title"), () -> new ProblemPage(services, logs)));
    services
        .commands()
        .bind(
            Command.ABOUT,
            () ->
                services
                    .dialogs()
                    .show(services.text("about.title"), () -> new AboutPage(services, logs)));
  }

  private static GuidePage guide(Services services) {
    return new GuidePage(services.messages());
  }
}
