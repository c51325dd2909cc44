package org.voxdesk.app.model;

import java.util.concurrent.Executor;
import org.voxdesk.app.command.CommandControls;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.command.Shortcuts;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.notify.Dialogs;
import org.voxdesk.app.notify.Notifications;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.TaskRunner;
import org.voxdesk.text.Sentence;

/// What every screen may use, made once by the launcher or by a test.
///
/// @param ui runs what it is given on the window's thread
/// @param afterFrames runs on the window's thread, called there, what can wait until the next
///   frames have been drawn
/// @param tasks runs long work in the background
/// @param parallel shares the pieces of one such work between threads
public record Services(
    Executor ui,
    Executor afterFrames,
    TaskRunner tasks,
    Parallel parallel,
    Notifications notifications,
    Dialogs dialogs,
    Preferences preferences,
    Messages messages,
    Commands commands,
    Shortcuts shortcuts) {

  /// Services where nothing waits for frames.
  public Services(
      Executor ui,
      TaskRunner tasks,
      Parallel parallel,
      Notifications notifications,
      Dialogs dialogs,
      Preferences preferences,
      Messages messages,
      Commands commands,
      Shortcuts shortcuts) {
    this(
        ui,
        ui,
        tasks,
        parallel,
        notifications,
        dialogs,
        preferences,
        messages,
        commands,
        shortcuts);
  }

  /// Builds buttons and menu entries for commands.
  public CommandControls controls() {
    return new CommandControls(commands, shortcuts, messages);
  }

  /// The text of `key` in the window's language.
  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /// A sentence of the core in the window's language, with a full stop, and a capital letter where
  /// it begins with a word and not with a file.
  public String reason(Sentence sentence) {
    String words = sentence.in(messages.locale());
    boolean chinese = messages.locale().getLanguage().equals("zh");
    boolean word = words.split("[ ,;:]", 2)[0].codePoints().allMatch(Character::isLetter);
    char first = word ? Character.toUpperCase(words.charAt(0)) : words.charAt(0);
    return first + words.substring(1) + (chinese ? "。" : ".");
  }
}
