package org.voxdesk.app.command;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// One thing the user can tell the window to do: its name, icon and usual key. What it does is
/// bound in [Commands].
@SuppressWarnings("ImmutableEnumChecker") // Icons and key combinations are immutable, unmarked.
public enum Command {
  /// Opens files that the user picks.
  OPEN_FILES("command.openFiles", MaterialDesignF.FILE_OUTLINE, key(KeyCode.O, SHORTCUT_DOWN)),
  /// Opens a folder that the user picks, with everything below it.
  OPEN_FOLDER(
      "command.openFolder",
      MaterialDesignF.FOLDER_OPEN_OUTLINE,
      key(KeyCode.O, SHORTCUT_DOWN, SHIFT_DOWN)),
  /// Opens some of the pictures of a folder as a stack.
  OPEN_PICTURES("command.openPictures", MaterialDesignI.IMAGE_MULTIPLE_OUTLINE, Optional.empty()),
  /// Opens the embedded sample study.
  OPEN_SAMPLE("command.openSample", MaterialDesignF.FLASK_OUTLINE, Optional.empty()),
  /// Forgets which folders were opened lately.
  CLEAR_RECENT("command.clearRecent", MaterialDesignC.CLOSE, Optional.empty()),
  /// Closes the series that is looked at.
  CLOSE_SERIES("command.closeSeries", MaterialDesignC.CLOSE, key(KeyCode.F4, SHORTCUT_DOWN)),
  /// Closes everything.
  CLOSE_ALL("command.closeAll", MaterialDesignC.CLOSE, key(KeyCode.F4, SHORTCUT_DOWN, SHIFT_DOWN)),
  /// Saves every edited image over its file.
  SAVE("command.save", MaterialDesignC.CONTENT_SAVE, key(KeyCode.S, SHORTCUT_DOWN)),
  /// Saves what is selected to a place that the user picks.
  SAVE_AS(
      "command.saveAs",
      MaterialDesignC.CONTENT_SAVE_OUTLINE,
      key(KeyCode.S, SHORTCUT_DOWN, SHIFT_DOWN)),
  /// Saves the images of a level into a folder that the user picks.
  SAVE_LEVEL(
      "command.saveLevel",
      MaterialDesignC.CONTENT_SAVE_ALL_OUTLINE,
      key(KeyCode.S, SHORTCUT_DOWN, ALT_DOWN)),
  /// Whether what saving replaces is kept under another name.
  KEEP_BACKUP("command.keepBackup", MaterialDesignC.CONTENT_COPY, Optional.empty(), true),
  /// Saved pixels stay as they are.
  SAVE_AS_IS("command.save.asIs", MaterialDesignC.CONTENT_SAVE_OUTLINE, Optional.empty(), true),
  /// Saved pixels are not compressed.
  SAVE_PLAIN("command.save.plain", MaterialDesignC.CONTENT_SAVE_OUTLINE, Optional.empty(), true),
  /// Saved pixels are compressed by RLE.
  SAVE_RLE("command.save.rle", MaterialDesignC.CONTENT_SAVE_OUTLINE, Optional.empty(), true),
  /// Saved pixels are compressed by JPEG-LS without loss.
  SAVE_JPEG_LS("command.save.jpegls", MaterialDesignC.CONTENT_SAVE_OUTLINE, Optional.empty(), true),
  /// Exports the selected cube.
  EXPORT_CUBE("command.exportCube", MaterialDesignE.EXPORT, key(KeyCode.E, SHORTCUT_DOWN)),
  /// Exports the cubes of all nodules of the series.
  EXPORT_CUBES("command.exportCubes", MaterialDesignE.EXPORT, Optional.empty()),
  /// Writes the nodules of everything that is open as a dataset folder.
  EXPORT_DATASET("command.exportDataset", MaterialDesignE.EXPORT_VARIANT, Optional.empty()),
  /// Reads nodules of open series from files of annotations.
  OPEN_ANNOTATIONS("command.openAnnotations", MaterialDesignF.FILE_OUTLINE, Optional.empty()),
  /// Writes the list of nodules.
  SAVE_ANNOTATIONS(
      "command.saveAnnotations", MaterialDesignC.CONTENT_SAVE_OUTLINE, Optional.empty()),
  /// Selects the next nodule.
  NODULE_NEXT("command.nodule.next", MaterialDesignC.CHEVRON_RIGHT, key(KeyCode.J)),
  /// Selects the nodule before this one.
  NODULE_PREVIOUS(
      "command.nodule.previous", MaterialDesignC.CHEVRON_LEFT, key(KeyCode.J, SHIFT_DOWN)),
  /// Goes to the selected nodule in the pictures of the series.
  NODULE_SHOW("command.nodule.show", MaterialDesignC.CROSSHAIRS, key(KeyCode.G)),
  /// Gives the selected nodule the label of this number.
  NODULE_LABEL_1("command.label.1", MaterialDesignL.LABEL_OUTLINE, key(KeyCode.DIGIT1, SHIFT_DOWN)),
  /// Gives the selected nodule the label of this number.
  NODULE_LABEL_2("command.label.2", MaterialDesignL.LABEL_OUTLINE, key(KeyCode.DIGIT2, SHIFT_DOWN)),
  /// Gives the selected nodule the label of this number.
  NODULE_LABEL_3("command.label.3", MaterialDesignL.LABEL_OUTLINE, key(KeyCode.DIGIT3, SHIFT_DOWN)),
  /// Gives the selected nodule the label of this number.
  NODULE_LABEL_4("command.label.4", MaterialDesignL.LABEL_OUTLINE, key(KeyCode.DIGIT4, SHIFT_DOWN)),
  /// Gives the selected nodule the label of this number.
  NODULE_LABEL_5("command.label.5", MaterialDesignL.LABEL_OUTLINE, key(KeyCode.DIGIT5, SHIFT_DOWN)),
  /// Gives the selected nodule the label of this number.
  NODULE_LABEL_6("command.label.6", MaterialDesignL.LABEL_OUTLINE, key(KeyCode.DIGIT6, SHIFT_DOWN)),
  /// Gives the selected nodule the label of this number.
  NODULE_LABEL_7("command.label.7", MaterialDesignL.LABEL_OUTLINE, key(KeyCode.DIGIT7, SHIFT_DOWN)),
  /// Gives the selected nodule the label of this number.
  NODULE_LABEL_8("command.label.8", MaterialDesignL.LABEL_OUTLINE, key(KeyCode.DIGIT8, SHIFT_DOWN)),
  /// Gives the selected nodule the label of this number.
  NODULE_LABEL_9("command.label.9", MaterialDesignL.LABEL_OUTLINE, key(KeyCode.DIGIT9, SHIFT_DOWN)),
  /// Takes the label of the selected nodule away.
  NODULE_LABEL_NONE(
      "command.label.none", MaterialDesignL.LABEL_OFF_OUTLINE, key(KeyCode.DIGIT0, SHIFT_DOWN)),
  /// Makes pictures of the resampled series.
  RESAMPLE_SERIES(
      "command.resampleSeries", MaterialDesignL.LAYERS_TRIPLE_OUTLINE, Optional.empty()),
  /// Writes the picture as it is seen into a file.
  EXPORT_VIEW(
      "command.exportView", MaterialDesignI.IMAGE_MOVE, key(KeyCode.E, SHORTCUT_DOWN, SHIFT_DOWN)),
  /// Writes the pictures of all slices of the pane into a folder.
  EXPORT_SEQUENCE(
      "command.exportSequence", MaterialDesignI.IMAGE_MULTIPLE_OUTLINE, Optional.empty()),
  /// Leaves the program.
  EXIT("command.exit", MaterialDesignE.EXIT_TO_APP, key(KeyCode.Q, SHORTCUT_DOWN)),

  /// Takes the last edit back.
  UNDO("command.undo", MaterialDesignU.UNDO, key(KeyCode.Z, SHORTCUT_DOWN)),
  /// Makes the edit again that was taken back last.
  REDO("command.redo", MaterialDesignR.REDO, key(KeyCode.Y, SHORTCUT_DOWN)),
  /// Lists the steps that can be undone and redone.
  HISTORY("command.history", MaterialDesignH.HISTORY, key(KeyCode.H, SHORTCUT_DOWN)),
  /// Takes the text of the image over to ISO_IR 192.
  REENCODE_TEXT("command.reencodeText", MaterialDesignT.TRANSLATE, Optional.empty()),
  /// Zeroes the bytes in front of the data set, where a program can hide.
  EMPTY_PREAMBLE("command.emptyPreamble", MaterialDesignE.ERASER, Optional.empty()),
  /// Moves to the field that searches the tags.
  FIND_TAG("command.findTag", MaterialDesignM.MAGNIFY, key(KeyCode.F, SHORTCUT_DOWN)),

  /// Copies the picture as it is seen.
  COPY_VIEW(
      "command.copyView", MaterialDesignI.IMAGE_OUTLINE, key(KeyCode.C, SHORTCUT_DOWN, SHIFT_DOWN)),
  /// Lists the keywords of the data set.
  KEYWORDS("command.keywords", MaterialDesignF.FORMAT_LIST_TEXT, key(KeyCode.K, SHORTCUT_DOWN)),
  /// Shows what has been changed.
  COMPARE_EDITED("command.compareEdited", MaterialDesignC.COMPARE, key(KeyCode.D, SHORTCUT_DOWN)),
  /// Shows how two images differ.
  COMPARE_IMAGES(
      "command.compareImages",
      MaterialDesignC.COMPARE_HORIZONTAL,
      key(KeyCode.D, SHORTCUT_DOWN, SHIFT_DOWN)),

  /// Applies an edit recipe to what is open.
  RECIPE_APPLY("command.recipeApply", MaterialDesignS.SCRIPT_TEXT_OUTLINE, Optional.empty()),
  /// Applies an edit recipe to the files of a folder.
  RECIPE_FOLDER("command.recipeFolder", MaterialDesignF.FOLDER_COG_OUTLINE, Optional.empty()),
  /// Saves what has been done as an edit recipe.
  RECIPE_SAVE("command.recipeSave", MaterialDesignS.SCRIPT_OUTLINE, Optional.empty()),

  /// Takes out of the images who the patient is.
  DEIDENTIFY("command.deidentify", MaterialDesignI.INCOGNITO, Optional.empty()),

  /// Left drag changes window width and level.
  TOOL_WINDOW("command.tool.window", MaterialDesignC.CONTRAST_CIRCLE, key(KeyCode.W), true),
  /// Left drag moves the picture.
  TOOL_PAN("command.tool.pan", MaterialDesignA.ARROW_ALL, key(KeyCode.P), true),
  /// Left drag zooms.
  TOOL_ZOOM("command.tool.zoom", MaterialDesignM.MAGNIFY, key(KeyCode.Z), true),
  /// Left drag goes through the slices.
  TOOL_SCROLL("command.tool.scroll", MaterialDesignL.LAYERS_OUTLINE, key(KeyCode.S), true),
  /// Left drag sends the other panes to the place under the pointer.
  TOOL_CROSSHAIR("command.tool.crosshair", MaterialDesignC.CROSSHAIRS_GPS, key(KeyCode.X), true),
  /// Left drag turns the plane out of its directions.
  TOOL_TILT("command.tool.tilt", MaterialDesignR.ROTATE_3D_VARIANT, key(KeyCode.A), true),
  /// Shows the value under the pointer beside it.
  TOOL_PROBE("command.tool.probe", MaterialDesignE.EYEDROPPER, key(KeyCode.B), true),
  /// A click or drag measures; which kind of measurement is chosen beside it.
  TOOL_MEASURE("command.tool.measure", MaterialDesignR.RULER, key(KeyCode.M), true),
  /// Shows which pixels lie in a range, and sets them.
  TOOL_THRESHOLD("command.tool.threshold", MaterialDesignT.TUNE_VERTICAL, key(KeyCode.T), true),
  /// A click cuts a cube around that point.
  TOOL_NODULE("command.tool.nodule", MaterialDesignC.CROSSHAIRS, key(KeyCode.N), true),
  /// Measures distances from now on.
  MEASURE_DISTANCE("command.measure.distance", MaterialDesignR.RULER, Optional.empty(), true),
  /// Measures angles from now on.
  MEASURE_ANGLE("command.measure.angle", MaterialDesignA.ANGLE_ACUTE, Optional.empty(), true),
  /// Measures pairs of perpendicular diameters from now on.
  MEASURE_BIDIRECTIONAL(
      "command.measure.bidirectional", MaterialDesignA.ARROW_EXPAND_ALL, Optional.empty(), true),
  /// Measures ellipses from now on.
  MEASURE_ELLIPSE(
      "command.measure.ellipse", MaterialDesignE.ELLIPSE_OUTLINE, Optional.empty(), true),
  /// Measures rectangles from now on.
  MEASURE_RECTANGLE(
      "command.measure.rectangle", MaterialDesignR.RECTANGLE_OUTLINE, Optional.empty(), true),
  /// Measures polygons from now on.
  MEASURE_POLYGON(
      "command.measure.polygon", MaterialDesignV.VECTOR_POLYGON, Optional.empty(), true),
  /// Draws arrows from now on.
  MEASURE_ARROW("command.measure.arrow", MaterialDesignA.ARROW_TOP_RIGHT, Optional.empty(), true),
  /// Writes what was measured in the series into a file.
  EXPORT_MEASUREMENTS(
      "command.exportMeasurements", MaterialDesignE.EXPORT_VARIANT, Optional.empty()),
  /// Marks the image as one to come back to, or takes the mark away.
  KEY_IMAGE("command.keyImage", MaterialDesignS.STAR_OUTLINE, key(KeyCode.K), true),
  /// To the marked image before this one.
  KEY_PREVIOUS(
      "command.keyImage.previous",
      MaterialDesignS.STAR_OUTLINE,
      key(KeyCode.K, SHIFT_DOWN, ALT_DOWN)),
  /// To the marked image after this one.
  KEY_NEXT("command.keyImage.next", MaterialDesignS.STAR_OUTLINE, key(KeyCode.K, SHIFT_DOWN)),
  /// The arrows move a pointer over the picture, and Enter clicks.
  POINT("command.point", MaterialDesignK.KEYBOARD_OUTLINE, key(KeyCode.Q), true),
  /// Goes back to the window tool.
  LEAVE_TOOL("command.leaveTool", MaterialDesignC.CLOSE, key(KeyCode.ESCAPE)),

  /// One slice back.
  SLICE_PREVIOUS("command.slice.previous", MaterialDesignA.ARROW_UP, key(KeyCode.UP)),
  /// One slice on.
  SLICE_NEXT("command.slice.next", MaterialDesignA.ARROW_DOWN, key(KeyCode.DOWN)),
  /// Ten slices back.
  SLICE_BACK_10("command.slice.back10", MaterialDesignA.ARROW_UP, key(KeyCode.UP, SHIFT_DOWN)),
  /// Ten slices on.
  SLICE_ON_10("command.slice.on10", MaterialDesignA.ARROW_DOWN, key(KeyCode.DOWN, SHIFT_DOWN)),
  /// The first slice.
  SLICE_FIRST("command.slice.first", MaterialDesignA.ARROW_COLLAPSE_UP, key(KeyCode.HOME)),
  /// The last slice.
  SLICE_LAST("command.slice.last", MaterialDesignA.ARROW_COLLAPSE_DOWN, key(KeyCode.END)),
  /// The series before this one.
  SERIES_PREVIOUS("command.series.previous", MaterialDesignA.ARROW_UP, key(KeyCode.PAGE_UP)),
  /// The series after this one.
  SERIES_NEXT("command.series.next", MaterialDesignA.ARROW_DOWN, key(KeyCode.PAGE_DOWN)),

  /// The first window preset of the list.
  PRESET_1("command.preset.1", MaterialDesignC.CONTRAST, key(KeyCode.DIGIT1)),
  /// The second window preset of the list.
  PRESET_2("command.preset.2", MaterialDesignC.CONTRAST, key(KeyCode.DIGIT2)),
  /// The third window preset of the list.
  PRESET_3("command.preset.3", MaterialDesignC.CONTRAST, key(KeyCode.DIGIT3)),
  /// The fourth window preset of the list.
  PRESET_4("command.preset.4", MaterialDesignC.CONTRAST, key(KeyCode.DIGIT4)),
  /// The fifth window preset of the list.
  PRESET_5("command.preset.5", MaterialDesignC.CONTRAST, key(KeyCode.DIGIT5)),
  /// The sixth window preset of the list.
  PRESET_6("command.preset.6", MaterialDesignC.CONTRAST, key(KeyCode.DIGIT6)),
  /// The seventh window preset of the list.
  PRESET_7("command.preset.7", MaterialDesignC.CONTRAST, key(KeyCode.DIGIT7)),
  /// The eighth window preset of the list.
  PRESET_8("command.preset.8", MaterialDesignC.CONTRAST, key(KeyCode.DIGIT8)),
  /// The ninth window preset of the list.
  PRESET_9("command.preset.9", MaterialDesignC.CONTRAST, key(KeyCode.DIGIT9)),
  /// From the smallest to the largest value of the image.
  WINDOW_FULL("command.window.full", MaterialDesignA.ARROW_EXPAND_HORIZONTAL, key(KeyCode.DIGIT0)),
  /// Changes the windows to choose from.
  EDIT_PRESETS("command.editPresets", MaterialDesignP.PENCIL_OUTLINE, Optional.empty()),
  /// Dragging down with the window tool makes the picture darker, not brighter.
  DRAG_DOWN_DARKENS(
      "command.dragDownDarkens", MaterialDesignS.SWAP_VERTICAL, Optional.empty(), true),
  /// The window that the file asks for.
  WINDOW_FILE("command.window.file", MaterialDesignF.FILE_OUTLINE, key(KeyCode.D)),

  /// Black for white.
  INVERT("command.invert", MaterialDesignI.INVERT_COLORS, key(KeyCode.I), true),
  /// Left for right.
  FLIP_HORIZONTAL("command.flip.horizontal", MaterialDesignF.FLIP_HORIZONTAL, key(KeyCode.H)),
  /// Top for bottom.
  FLIP_VERTICAL("command.flip.vertical", MaterialDesignF.FLIP_VERTICAL, key(KeyCode.V)),
  /// A quarter turn clockwise.
  ROTATE_RIGHT("command.rotate.right", MaterialDesignR.ROTATE_RIGHT, key(KeyCode.R)),
  /// A quarter turn anticlockwise.
  ROTATE_LEFT("command.rotate.left", MaterialDesignR.ROTATE_LEFT, key(KeyCode.L)),
  /// Fits the picture and takes turns, flips and the window back.
  RESET_VIEW("command.resetView", MaterialDesignF.FIT_TO_PAGE_OUTLINE, key(KeyCode.SPACE)),
  /// The whole picture in the middle.
  ZOOM_FIT("command.zoom.fit", MaterialDesignF.FIT_TO_PAGE, key(KeyCode.DIGIT0, SHORTCUT_DOWN)),
  /// A pixel of the image a pixel of the screen.
  ZOOM_ACTUAL(
      "command.zoom.actual", MaterialDesignM.MAGNIFY_SCAN, key(KeyCode.DIGIT1, SHORTCUT_DOWN)),
  /// A little larger, about the middle.
  ZOOM_IN(
      "command.zoom.in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, key(KeyCode.EQUALS, SHORTCUT_DOWN)),
  /// A little smaller, about the middle.
  ZOOM_OUT(
      "command.zoom.out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, key(KeyCode.MINUS, SHORTCUT_DOWN)),
  /// The picture to the left.
  PAN_LEFT("command.pan.left", MaterialDesignA.ARROW_LEFT, key(KeyCode.LEFT, SHORTCUT_DOWN)),
  /// The picture to the right.
  PAN_RIGHT("command.pan.right", MaterialDesignA.ARROW_RIGHT, key(KeyCode.RIGHT, SHORTCUT_DOWN)),
  /// The picture up.
  PAN_UP("command.pan.up", MaterialDesignA.ARROW_UP, key(KeyCode.UP, SHORTCUT_DOWN)),
  /// The picture down.
  PAN_DOWN("command.pan.down", MaterialDesignA.ARROW_DOWN, key(KeyCode.DOWN, SHORTCUT_DOWN)),
  /// Fewer values between black and white.
  WINDOW_NARROWER("command.window.narrower", MaterialDesignC.CONTRAST, key(KeyCode.OPEN_BRACKET)),
  /// More values between black and white.
  WINDOW_WIDER("command.window.wider", MaterialDesignC.CONTRAST, key(KeyCode.CLOSE_BRACKET)),
  /// The window over larger values.
  WINDOW_DARKER(
      "command.window.darker", MaterialDesignB.BRIGHTNESS_4, key(KeyCode.OPEN_BRACKET, SHIFT_DOWN)),
  /// The window over smaller values.
  WINDOW_BRIGHTER(
      "command.window.brighter",
      MaterialDesignB.BRIGHTNESS_7,
      key(KeyCode.CLOSE_BRACKET, SHIFT_DOWN)),
  /// Whether values between pixels are interpolated.
  SMOOTH("command.smooth", MaterialDesignB.BLUR, key(KeyCode.I, SHIFT_DOWN), true),
  /// One pane.
  LAYOUT_ONE(
      "command.layout.one", MaterialDesignS.SQUARE_OUTLINE, key(KeyCode.DIGIT1, ALT_DOWN), true),
  /// Two series side by side.
  LAYOUT_TWO(
      "command.layout.two",
      MaterialDesignV.VIEW_SPLIT_VERTICAL,
      key(KeyCode.DIGIT2, ALT_DOWN),
      true),
  /// A large pane and two planes.
  LAYOUT_ONE_AND_TWO(
      "command.layout.oneAndTwo",
      MaterialDesignV.VIEW_QUILT_OUTLINE,
      key(KeyCode.DIGIT3, ALT_DOWN),
      true),
  /// Four panes.
  LAYOUT_FOUR(
      "command.layout.four",
      MaterialDesignV.VIEW_GRID_OUTLINE,
      key(KeyCode.DIGIT4, ALT_DOWN),
      true),
  /// The next pane gets the keys.
  PANE_NEXT("command.pane.next", MaterialDesignA.ARROW_RIGHT_BOLD_BOX_OUTLINE, key(KeyCode.F6)),
  /// The active pane gets all the room, or gives it back.
  PANE_MAXIMISE(
      "command.pane.maximise", MaterialDesignA.ARROW_EXPAND_ALL, key(KeyCode.ENTER), true),
  /// Whether panes that show parallel slices go through them together.
  LINK_PANES("command.pane.link", MaterialDesignL.LINK_VARIANT, key(KeyCode.L, SHIFT_DOWN), true),
  /// The active pane shows the images as they were acquired.
  PLANE_ACQUIRED("command.plane.acquired", MaterialDesignI.IMAGE_OUTLINE, key(KeyCode.F2), true),
  /// The active pane shows axial planes through the volume.
  PLANE_AXIAL("command.plane.axial", MaterialDesignA.AXIS_Z_ARROW, key(KeyCode.F3), true),
  /// The active pane shows coronal planes through the volume.
  PLANE_CORONAL("command.plane.coronal", MaterialDesignA.AXIS_Y_ARROW, key(KeyCode.F4), true),
  /// The active pane shows sagittal planes through the volume.
  PLANE_SAGITTAL("command.plane.sagittal", MaterialDesignA.AXIS_X_ARROW, key(KeyCode.F5), true),
  /// Turns the plane a little about the direction down.
  TILT_LEFT("command.tilt.left", MaterialDesignR.ROTATE_LEFT_VARIANT, key(KeyCode.LEFT, ALT_DOWN)),
  /// Turns the plane a little the other way.
  TILT_RIGHT(
      "command.tilt.right", MaterialDesignR.ROTATE_RIGHT_VARIANT, key(KeyCode.RIGHT, ALT_DOWN)),
  /// Turns the plane a little about the direction right.
  TILT_UP(
      "command.tilt.up", MaterialDesignA.ARROW_TOP_LEFT_BOLD_OUTLINE, key(KeyCode.UP, ALT_DOWN)),
  /// Turns the plane a little the other way.
  TILT_DOWN(
      "command.tilt.down",
      MaterialDesignA.ARROW_BOTTOM_LEFT_BOLD_OUTLINE,
      key(KeyCode.DOWN, ALT_DOWN)),
  /// Plays the slices.
  CINE("command.cine", MaterialDesignM.MOVIE_OPEN_OUTLINE, key(KeyCode.C), true),
  /// Shows the text over the picture.
  OVERLAY("command.overlay", MaterialDesignF.FORMAT_TEXT, key(KeyCode.O), true),
  /// Draws the overlays of the file over the picture.
  OVERLAY_PLANES(
      "command.overlayPlanes", MaterialDesignV.VECTOR_POLYLINE, key(KeyCode.O, SHIFT_DOWN), true),

  /// Fills the screen.
  FULL_SCREEN("command.fullScreen", MaterialDesignF.FULLSCREEN, key(KeyCode.F11), true),
  /// Light text on dark.
  DARK_THEME("command.darkTheme", MaterialDesignW.WEATHER_NIGHT, Optional.empty(), true),
  /// The colours of the system's other windows.
  SYSTEM_THEME("command.systemTheme", MaterialDesignT.THEME_LIGHT_DARK, Optional.empty(), true),
  /// Dark text on white.
  LIGHT_THEME("command.lightTheme", MaterialDesignW.WHITE_BALANCE_SUNNY, Optional.empty(), true),
  /// Shows the guide.
  GUIDE("command.guide", MaterialDesignB.BOOK_OPEN_OUTLINE, key(KeyCode.F1, SHIFT_DOWN)),
  /// Lists the keys.
  SHORTCUTS("command.shortcuts", MaterialDesignF.FORMAT_LIST_TEXT, key(KeyCode.F1)),
  /// Gathers what is known about a problem into a text.
  REPORT_PROBLEM("command.reportProblem", MaterialDesignB.BUG_OUTLINE, Optional.empty()),
  /// Shows the licences of what the program is made of.
  LICENCES("command.licences", MaterialDesignS.SCALE_BALANCE, Optional.empty()),
  /// Says what this program is.
  ABOUT("command.about", MaterialDesignI.INFORMATION_OUTLINE, Optional.empty(), false);

  private final String nameKey;
  private final Ikon icon;
  private final Optional<KeyCombination> usualKey;
  private final boolean choice;

  Command(String nameKey, Ikon icon, Optional<KeyCombination> usualKey) {
    this(nameKey, icon, usualKey, false);
  }

  Command(String nameKey, Ikon icon, Optional<KeyCombination> usualKey, boolean choice) {
    this.nameKey = nameKey;
    this.icon = icon;
    this.usualKey = usualKey;
    this.choice = choice;
  }

  /// The key of its name in the messages.
  public String nameKey() {
    return nameKey;
  }

  /// Its picture.
  public Ikon icon() {
    return icon;
  }

  /// The key that runs it unless the user chose another.
  public Optional<KeyCombination> usualKey() {
    return usualKey;
  }

  /// Whether it is something that is on or off, such as a tool.
  public boolean isChoice() {
    return choice;
  }

  private static Optional<KeyCombination> key(KeyCode code, Modifier... modifiers) {
    return Optional.of(new KeyCodeCombination(code, modifiers));
  }
}
