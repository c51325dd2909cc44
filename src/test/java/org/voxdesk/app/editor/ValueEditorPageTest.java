package org.voxdesk.app.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.Snapshots;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

@ExtendWith(ApplicationExtension.class)
final class ValueEditorPageTest {
  @TempDir static Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private final List<Optional<NewValue>> answers = new ArrayList<>();
  private Stage stage;
  private Services services;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    services = TestServices.synchronous(folder, dialogs);
    Scene scene = new Scene(new StackPane(), 720, 560);
    Snapshots.dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aValueIsTypedAndApplied(FxRobot robot) {
    open(robot, Elements.text(Tag.PATIENT_ID, Vr.LO, "old"));
    robot.write("new").press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    assertThat(answers).containsExactly(Optional.of(new NewValue.Text("new", false, false)));
  }

  @Test
  void enterAppliesWhatIsTypedInOneLine(FxRobot robot) {
    open(robot, Elements.text(Tag.PATIENT_ID, Vr.LO, "old"));
    robot.write("new").type(KeyCode.ENTER);
    assertThat(answers).containsExactly(Optional.of(new NewValue.Text("new", false, false)));
    open(robot, Elements.text(Tag.PIXEL_SPACING, Vr.DS, "1\\2"));
    robot.write("3").type(KeyCode.ENTER);
    assertThat(answers).contains(Optional.of(new NewValue.Text("3\\2", false, false)));
    robot.clickOn(robot.lookup(".value-rows .text-field").nth(1).queryAs(TextField.class));
    robot
        .press(KeyCode.CONTROL)
        .type(KeyCode.A)
        .release(KeyCode.CONTROL)
        .write("4")
        .type(KeyCode.ENTER);
    assertThat(answers).contains(Optional.of(new NewValue.Text("3\\4", false, false)));
    open(robot, Elements.text(Tag.MODALITY, Vr.CS, "CT"));
    robot.write("M").type(KeyCode.ENTER);
    assertThat(answers).contains(Optional.of(new NewValue.Text("M", false, false)));
  }

  @Test
  void anOfferToReencodeNamesTheCharacterSetInFull(FxRobot robot) {
    open(robot, Elements.text(Tag.PATIENT_NAME, Vr.PN, "old"));
    robot.interact(() -> robot.lookup(".value-field").queryAs(TextField.class).setText("\u738b"));
    waitForFxEvents();
    CheckBox box = robot.lookup("#editor-override").queryAs(CheckBox.class);
    assertThat(box.isVisible()).isTrue();
    assertThat(box.lookup(".text"))
        .isInstanceOfSatisfying(Text.class, t -> assertThat(t.getText()).contains("ISO_IR 192"));
  }

  @Test
  void aTagIsChosenByTheBeginningOfItsKeyword(FxRobot robot) {
    open(robot, Elements.text(Tag.of(0x0028, 0x0009), Vr.AT, "(0018,1063)"));
    robot.write("SliceThickness").type(KeyCode.ENTER);
    assertThat(value()).isEqualTo("(0018,0050)");
    robot.type(KeyCode.ENTER);
    assertThat(answers)
        .containsExactly(Optional.of(new NewValue.Text("(0018,0050)", false, false)));
  }

  @Test
  void linesAreLeftWithTab(FxRobot robot) {
    open(robot, Elements.text(Tag.of(0x0020, 0x4000), Vr.LT, ""));
    robot.write("a").type(KeyCode.ENTER).write("b").type(KeyCode.TAB);
    assertThat(stage.getScene().getFocusOwner()).isNotInstanceOf(TextArea.class);
    assertThat(value()).isEqualTo("a\r\nb");
    assertThat(answers).isEmpty();
  }

  @Test
  void typedBytesAreUndoneRedoneAppliedAndLeftByKeys(FxRobot robot) {
    Value.Bytes bytes = new Value.Bytes(new byte[] {1, 2});
    open(robot, Elements.bytes(Tag.of(0x0009, 0x1001), Vr.OB, bytes));
    robot.type(KeyCode.F, KeyCode.F, KeyCode.A);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).type(KeyCode.Z).release(KeyCode.CONTROL);
    robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
    robot.type(KeyCode.ENTER);
    assertThat(answers)
        .singleElement()
        .satisfies(
            answer ->
                assertThat(((NewValue.Bytes) answer.orElseThrow()).value())
                    .containsExactly(0xFF, 2));
    answers.clear();
    robot.type(KeyCode.ESCAPE);
    assertThat(answers).containsExactly(Optional.empty());
  }

  @Test
  void escapeChangesNothing(FxRobot robot) {
    open(robot, Elements.text(Tag.PATIENT_ID, Vr.LO, "old"));
    robot.write("new").type(KeyCode.ESCAPE);
    assertThat(answers).containsExactly(Optional.empty());
  }

  @Test
  void aForbiddenValueNeedsATick(FxRobot robot) {
    open(robot, Elements.text(Tag.MODALITY, Vr.CS, "CT"));
    robot.write("ct?");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    assertThat(answers).isEmpty();
    robot.clickOn("#editor-override").clickOn("#editor-apply");
    assertThat(answers).containsExactly(Optional.of(new NewValue.Text("ct?", true, false)));
  }

  @Test
  void aTermIsChosenByItsMeaning(FxRobot robot) {
    open(robot, Elements.text(Tag.MODALITY, Vr.CS, ""));
    robot.write("positron").type(KeyCode.DOWN, KeyCode.ENTER);
    robot.clickOn("#editor-apply");
    assertThat(answers).containsExactly(Optional.of(new NewValue.Text("PT", false, false)));
  }

  @Test
  void valuesAreAddedMovedAndTakenOutByKeys(FxRobot robot) {
    open(robot, Elements.text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY"));
    robot.type(KeyCode.INSERT).write("AXIAL").type(KeyCode.ESCAPE);
    robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
    waitForFxEvents();
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "editor-list"));
    assertThat(value()).isEqualTo("ORIGINAL\\PRIMARY\\AXIAL");
    robot.press(KeyCode.ALT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.ALT);
    assertThat(value()).isEqualTo("AXIAL\\ORIGINAL\\PRIMARY");
    robot.press(KeyCode.CONTROL).type(KeyCode.DELETE).release(KeyCode.CONTROL);
    assertThat(value()).isEqualTo("ORIGINAL\\PRIMARY");
  }

  @Test
  void aBigValueOpensAtOnceAndScrollsToItsEnd(FxRobot robot) {
    open(
        robot,
        Elements.bytes(
            Tag.of(0x0009, 0x1001),
            Vr.OB,
            new Value.Bulk(
                new BulkData() {
                  @Override
                  public long length() {
                    return 100_000_000;
                  }

                  @Override
                  public void read(long offset, byte[] target, int at, int length) {}
                })));
    ListView<?> lines = robot.lookup(".hex-lines").queryListView();
    assertThat(lines.getItems()).hasSize(6_250_000);
    robot.interact(() -> lines.scrollTo(6_249_999));
    waitForFxEvents();
    assertThat(robot.lookup("05F5E0F0").tryQuery()).isPresent();
  }

  @Test
  void digitsAreTypedOverBytes(FxRobot robot) {
    byte[] bytes = new byte[300];
    open(robot, Elements.bytes(Tag.of(0x0009, 0x1001), Vr.OB, new Value.Bytes(bytes)));
    robot.type(KeyCode.A, KeyCode.DIGIT1, KeyCode.DOWN, KeyCode.F);
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "editor-bytes"));
    robot.clickOn("#editor-apply");
    byte[] changed =
        answers.getFirst().map(v -> v instanceof NewValue.Bytes b ? b.value() : null).orElseThrow();
    assertThat(changed[0]).isEqualTo((byte) 0xA1);
    assertThat(changed[17]).isEqualTo((byte) 0xF0);
  }

  @Test
  void numbersAreTypedOverNumbers(FxRobot robot) {
    open(robot, Elements.bytes(Tag.of(0x0009, 0x1001), Vr.OW, new Value.Bytes(new byte[300])));
    robot.clickOn("#editor-numbers");
    robot.interact(() -> robot.lookup(".hex-lines").queryListView().requestFocus());
    robot.type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.ENTER);
    robot.write("65536").type(KeyCode.ENTER);
    assertThat(robot.lookup(".tag-problem").queryLabeled().getText()).contains("65535");
    robot.interact(() -> robot.lookup("#editor-number").queryTextInputControl().selectAll());
    robot.write("258").type(KeyCode.ENTER).write("7");
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "editor-numbers"));
    robot.clickOn("#editor-apply");
    byte[] changed =
        answers.getFirst().map(v -> v instanceof NewValue.Bytes b ? b.value() : null).orElseThrow();
    assertThat(Arrays.copyOfRange(changed, 18, 22)).containsExactly(2, 1, 7, 0);
  }

  @Test
  void thePageStaysOpenUntilItsValueIsTaken(FxRobot robot) {
    ElementToEdit element = Elements.text(Tag.PATIENT_ID, Vr.LO, "old");
    robot.interact(
        () -> {
          dialogs.atPage =
              page -> {
                stage.getScene().setRoot((Parent) page);
                ((ButtonBase) page.lookup("#editor-apply")).fire();
                assertThat(dialogs.answered).isFalse();
                ((ButtonBase) page.lookup("#editor-apply")).fire();
                assertThat(dialogs.answered).isTrue();
              };
          ValueEditorPage.ask(
              services,
              element,
              value -> {
                answers.add(Optional.of(value));
                return answers.size() > 1;
              });
        });
    assertThat(answers)
        .containsOnly(Optional.of(new NewValue.Text("old", false, false)))
        .hasSize(2);
    assertThat(dialogs.asked).containsExactly("Value of Patient ID");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQ")
  void everyControlOfEveryEditorHasAName(Vr vr, FxRobot robot) {
    String text =
        switch (vr) {
          case DT -> "20240229123059.25+0100";
          case DA -> "20240229";
          case TM -> "1230";
          case PN -> "Yamada^Tarou=山田^太郎";
          case AS -> "045Y";
          case UI -> "1.2.840.10008.5.1.4.1.1.2";
          case AT -> "(0010,0010)";
          default -> "";
        };
    open(robot, Elements.utf8(Tag.of(0x0009, 0x1001), vr, text));
    robot.interact(() -> Snapshots.save(stage.getScene().getRoot(), "editor-" + vr));
    for (Node node : robot.lookup(node -> node.isVisible() && isControl(node)).queryAll()) {
      boolean labelled = node instanceof ButtonBase button && !button.getText().isEmpty();
      boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isEmpty();
      assertThat(labelled || named).as(vr + ": " + node).isTrue();
    }
  }

  private static boolean isControl(Node node) {
    boolean control =
        node instanceof TextInputControl
            || node instanceof ButtonBase
            || node instanceof ComboBoxBase<?>
            || node instanceof ListView<?>;
    // The parts of a date picker are the platform's.
    boolean inner = node.getParent() instanceof ComboBoxBase<?>;
    return control && !inner;
  }

  private String value() {
    ValueEditorPage page =
        (ValueEditorPage) ((StackPane) stage.getScene().getRoot()).getChildren().getFirst();
    return page.editor()
        .valueProperty()
        .get()
        .map(v -> v instanceof NewValue.Text text ? text.value() : "")
        .orElse("none");
  }

  private void open(FxRobot robot, ElementToEdit element) {
    robot.interact(
        () -> {
          ValueEditorPage page = new ValueEditorPage(services, element, answers::add);
          ((StackPane) stage.getScene().getRoot()).getChildren().setAll(page);
          page.editor().begin().run();
        });
    waitForFxEvents();
  }
}
