package org.voxdesk.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.junit.jupiter.api.Test;
import org.voxdesk.app.prefs.Preferences;

final class ShortcutsTest {
  private final Preferences preferences = Preferences.empty(Path.of("unused"));
  private final KeyCodeCombination p = new KeyCodeCombination(KeyCode.P);

  @Test
  void noTwoCommandsHaveTheSameUsualKey() {
    assertThat(Arrays.stream(Command.values()).flatMap(c -> c.usualKey().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aChangedKeyIsTakenFromItsOldCommandForGood() {
    Shortcuts shortcuts = new Shortcuts(preferences);
    shortcuts.change(Command.CINE, p);
    for (Shortcuts now : new Shortcuts[] {shortcuts, new Shortcuts(preferences)}) {
      assertThat(now.of(Command.CINE)).contains(p);
      assertThat(now.of(Command.TOOL_PAN)).isEmpty();
      assertThat(now.command(p)).contains(Command.CINE);
    }
  }

  @Test
  void resettingBringsTheUsualKeysBack() {
    Shortcuts shortcuts = new Shortcuts(preferences);
    shortcuts.change(Command.CINE, p);
    shortcuts.reset();
    assertThat(shortcuts.of(Command.TOOL_PAN)).contains(p);
    assertThat(new Shortcuts(preferences).of(Command.CINE)).isEqualTo(Command.CINE.usualKey());
  }

  @Test
  void aPreferenceThatIsNoKeyLeavesTheUsualOne() {
    preferences.set("key.CINE", "Ctrl+");
    assertThat(new Shortcuts(preferences).of(Command.CINE)).isEqualTo(Command.CINE.usualKey());
    assertThat(new Shortcuts(preferences).of(Command.ABOUT)).isEqualTo(Optional.empty());
  }
}
