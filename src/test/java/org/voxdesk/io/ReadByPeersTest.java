package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.Peers;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Raw.Item;
import org.voxdesk.io.Raw.Node;
import org.voxdesk.io.Raw.Sequence;

/// Edited files as other programs read them.
class ReadByPeersTest {
  private static final TagPath INNER =
      TagPath.parse("OtherPatientIDsSequence[0].ReferencedImageSequence[0].PatientID")
          .orElseThrow();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void pydicomReadsEveryValueOfAnEditedFile(Encoding encoding) throws Exception {
    String script =
        """
        import pydicom, sys
        ds = pydicom.dcmread(sys.argv[1])
        print(ds.OtherPatientIDsSequence[0].ReferencedImageSequence[0].PatientID)
        print(ascii(str(ds.PatientName)), ds.Rows, ds.PixelSpacing, ds.Modality)
        print(ds.file_meta.ImplementationVersionName)
        print(len(ds.OtherPatientIDsSequence))
        """;
    assertThat(Peers.pydicom(script, edited(encoding)).lines())
        .containsExactly(
            "A longer ID",
            "'Wang^XiaoDong=\\u738b^\\u5c0f\\u4e1c' 300 [0.5, 0.25] CT",
            "EDITED",
            "2");
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void dcmdumpReadsEveryValueOfAnEditedFile(Encoding encoding) throws Exception {
    String dump = Peers.dcmdump(edited(encoding));
    assertThat(dump)
        .doesNotContain("E: ")
        .contains("[A longer ID]", "US 300", "[0.5\\0.25]", "[CT]", "[EDITED]")
        .containsPattern("\\(0010,0010\\) PN .*=")
        .containsPattern("\\(0010,1002\\) SQ .*#=2\\)");
  }

  /// A file with sequences of both kinds, edited in the meta header, at the top and two levels
  /// down.
  private Path edited(Encoding encoding) throws Exception {
    Node id = Raw.text(0x00100020, "LO", "1234");
    var inner = new Sequence(0x00081140, true, List.of(new Item(false, List.of(id))));
    List<Node> nodes =
        List.of(
            Raw.text(0x00080005, "CS", "ISO_IR 192"),
            Raw.text(0x00080060, "CS", "CT"),
            Raw.text(0x00100010, "PN", "Doe^Jane"),
            new Sequence(
                0x00101002,
                false,
                List.of(new Item(true, List.of(inner, id)), new Item(false, List.of(id)))),
            Raw.text(0x00280030, "DS", "1\\1"));
    DicomFile file = DicomReader.read(Raw.file(encoding, Raw.bytes(encoding, nodes)));
    DataSet changed =
        INNER
            .change(file.dataSet(), h -> h.with(Tag.PATIENT_ID, Vr.LO, "A longer ID"))
            .with(Tag.PATIENT_NAME, Vr.PN, "Wang^XiaoDong=王^小东")
            .with(Tag.ROWS, Vr.US, "300")
            .with(Tag.PIXEL_SPACING, Vr.DS, "0.5\\0.25");
    DataSet meta = file.meta().with(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, "EDITED");
    Path path = folder.resolve("edited.dcm");
    DicomWriter.save(file.withDataSet(changed).withMeta(meta), path, AtomicFile.Existing.REFUSE);
    return path;
  }

  @ParameterizedTest
  @EnumSource(names = {"IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void pydicomReadsRandomFilesWithoutAnElementWhereOneWasDeleted(Encoding encoding)
      throws Exception {
    var trees = new RawTrees(new SplittableRandom(30));
    int expected = 0;
    Path[] files = new Path[20];
    for (int i = 0; i < files.length; i++) {
      List<Node> tree = trees.tree();
      DicomFile file = DicomReader.read(Raw.file(encoding, Raw.bytes(encoding, head(tree))));
      DataSet less = file.dataSet().without(Tag.PATIENT_NAME);
      expected += less.elements().size();
      files[i] = Files.write(folder.resolve(i + ".dcm"), DicomWriter.bytes(file.withDataSet(less)));
    }
    String script =
        """
        import pydicom, sys
        total = 0
        for name in sys.argv[1:]:
            ds = pydicom.dcmread(name)
            total += len(ds)
            for element in ds.iterall():
                pass
        print(total)
        """;
    assertThat(Peers.pydicom(script, files).strip()).isEqualTo(Integer.toString(expected));
  }

  private static List<Node> head(List<Node> tree) {
    var nodes = new ArrayList<Node>();
    nodes.add(Raw.text(0x00080005, "CS", "ISO_IR 192"));
    nodes.addAll(tree);
    return nodes;
  }
}
