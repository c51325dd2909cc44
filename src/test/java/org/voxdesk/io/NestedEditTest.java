package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Raw.Node;
import org.voxdesk.io.RawTrees.Place;

/// Random nested data sets, five levels deep: what the program writes is compared byte for byte
/// with what an edit of the tree itself gives.
class NestedEditTest {
  private static final int FILES = 150;

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void aFileThatIsNotEditedIsWrittenBackByteForByte(Encoding encoding) throws Exception {
    var trees = new RawTrees(new SplittableRandom(1));
    for (int i = 0; i < FILES; i++) {
      byte[] original = file(encoding, trees.tree());
      DicomFile read = DicomReader.read(original);
      assertThat(DicomWriter.bytes(read)).isEqualTo(original);
      assertThat(read.problems()).allMatch(p -> p.code() == Problem.Code.ODD_LENGTH);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void everyElementIsFoundWhereItIs(Encoding encoding) throws Exception {
    var trees = new RawTrees(new SplittableRandom(2));
    for (int i = 0; i < FILES / 3; i++) {
      List<Node> tree = trees.tree();
      DataSet dataSet = DicomReader.read(file(encoding, tree)).dataSet();
      for (Place place : RawTrees.leaves(tree)) {
        assertThat(path(place).find(dataSet)).as(place.toString()).isPresent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void changingAnElementChangesItAndTheLengthsAroundIt(Encoding encoding) throws Exception {
    var random = new SplittableRandom(3);
    int deepest = 0;
    for (int i = 0; i < FILES; i++) {
      List<Node> tree = new RawTrees(random).tree();
      for (Place place : some(tree, random)) {
        String text = "9".repeat(random.nextInt(10));
        Vr vr = vr(tree, place);
        if (vr == Vr.UN) {
          continue;
        }
        byte[] expected =
            file(encoding, RawTrees.with(tree, place, Raw.text(place.tag(), vr.name(), text)));
        byte[] written = edited(encoding, tree, place, holder -> holder.with(tag(place), vr, text));
        assertThat(written).as(place.toString()).isEqualTo(expected);
        deepest = Math.max(deepest, place.items().size());
      }
    }
    assertThat(deepest).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void deletingAnElementTakesItOutAndChangesTheLengthsAroundIt(Encoding encoding) throws Exception {
    var random = new SplittableRandom(4);
    for (int i = 0; i < FILES; i++) {
      List<Node> tree = new RawTrees(random).tree();
      for (Place place : some(tree, random)) {
        assertThat(edited(encoding, tree, place, holder -> holder.without(tag(place))))
            .as(place.toString())
            .isEqualTo(file(encoding, RawTrees.without(tree, place)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void anElementIsAddedAtTheOrderOfItsTag(Encoding encoding) throws Exception {
    var random = new SplittableRandom(5);
    int added = 0x00181030;
    for (int i = 0; i < FILES; i++) {
      List<Node> tree = new RawTrees(random).tree();
      for (Place place : some(tree, random)) {
        var beside = new Place(place.sequences(), place.items(), added);
        assertThat(edited(encoding, tree, beside, h -> h.with(new Tag(added), Vr.LO, "CHEST 1.0")))
            .as(place.toString())
            .isEqualTo(
                file(encoding, RawTrees.with(tree, beside, Raw.text(added, "LO", "CHEST 1.0"))));
      }
    }
  }

  private static List<Place> some(List<Node> tree, SplittableRandom random) {
    List<Place> all = new ArrayList<>(RawTrees.leaves(tree));
    var chosen = new ArrayList<Place>();
    for (int i = 0; i < 4 && !all.isEmpty(); i++) {
      chosen.add(all.remove(random.nextInt(all.size())));
    }
    return chosen;
  }

  private static byte[] edited(
      Encoding encoding, List<Node> tree, Place place, TagPath.Change change) throws Exception {
    DicomFile file = DicomReader.read(file(encoding, tree));
    return DicomWriter.bytes(file.withDataSet(path(place).change(file.dataSet(), change)));
  }

  private static byte[] file(Encoding encoding, List<Node> tree) {
    var nodes = new ArrayList<Node>();
    nodes.add(Raw.text(0x00080005, "CS", "ISO_IR 192"));
    nodes.addAll(tree);
    return Raw.file(encoding, Raw.bytes(encoding, nodes));
  }

  private static TagPath path(Place place) {
    var steps = new ArrayList<TagPath.Step>();
    for (int i = 0; i < place.items().size(); i++) {
      steps.add(new TagPath.Step(new Tag(place.sequences().get(i)), place.items().get(i)));
    }
    return new TagPath(steps, tag(place));
  }

  private static Tag tag(Place place) {
    return new Tag(place.tag());
  }

  private static Vr vr(List<Node> tree, Place place) throws DicomException {
    return path(place)
        .find(DicomReader.read(file(Encoding.EXPLICIT_LITTLE, tree)).dataSet())
        .orElseThrow()
        .vr();
  }

  /// Item of a length that leaves no room to be moved: it is put right instead of wrapping around.
  @Test
  void aLengthThatCannotBeMovedIsPutRight() throws Exception {
    byte[] name =
        Raw.bytes(Encoding.EXPLICIT_LITTLE, List.of(Raw.text(0x00100010, "PN", "Doe^Jane")));
    byte[] item = Raw.join(new byte[] {-2, -1, 0, -32, -3, -1, -1, -1}, name);
    byte[] sequence =
        Raw.join(Raw.header(Encoding.EXPLICIT_LITTLE, 0x00081140, "SQ", item.length), item);
    DicomFile file = DicomReader.read(Raw.file(Encoding.EXPLICIT_LITTLE, sequence));
    TagPath path = TagPath.parse("(0008,1140)[0].PatientName").orElseThrow();
    DataSet changed =
        path.change(file.dataSet(), holder -> holder.with(path.tag(), Vr.PN, "Doe^Janette"));
    DicomFile edited = file.withDataSet(changed);
    DicomFile again = DicomReader.read(DicomWriter.bytes(edited));
    assertThat(again.problems()).isEmpty();
    assertThat(again.dataSet().items(new Tag(0x00081140)).getFirst().text(Tag.PATIENT_NAME))
        .contains("Doe^Janette");
  }
}
