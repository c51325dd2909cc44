package org.voxdesk.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.Images;
import org.voxdesk.TestData;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.Raw;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// DICOMDIRs: what they list in their own folder is opened, and nothing else.
class DirectoryTest {
  private static final Encoding EXPLICIT = Encoding.EXPLICIT_LITTLE;

  @TempDir Path outer;
  private Path folder;

  @BeforeEach
  void writeImages() throws Exception {
    folder = Files.createDirectory(outer.resolve("set"));
    Path images = Files.createDirectory(folder.resolve("IMAGES"));
    for (int i = 1; i <= 3; i++) {
      Images.write(
          images.resolve("IM" + i),
          Images.slice(i, i).with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3." + i));
    }
    Images.write(outer.resolve("SECRET"), Images.slice(9, 9));
  }

  @Test
  void opensWhatItLists() throws Exception {
    Path directory = directory("IMAGES\\IM3", "IMAGES\\IM1");
    Library library = scan(directory);
    assertThat(numbers(library)).containsExactlyInAnyOrder(1, 3);
    assertThat(library.leftOut()).isEmpty();
  }

  @Test
  void addsNothingTwiceWhereItsFolderIsScanned() throws Exception {
    Path directory = directory("IMAGES\\IM3", "IMAGES\\IM1");
    assertThat(numbers(scan(folder))).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(numbers(scan(directory, folder, directory))).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(scan(folder).leftOut()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..\\SECRET", "../SECRET", "IMAGES\\..\\..\\SECRET", "/etc/passwd", "\\etc\\passwd",
        "IMAGES/../../SECRET", "C:\\SECRET", ".\\IMAGES\\IM2", "A\0B", ""
      })
  void opensNothingOutsideItsFolder(String listed) throws Exception {
    Library library = scan(directory("IMAGES\\IM1", listed));
    assertThat(numbers(library)).containsExactly(1);
    if (!listed.isEmpty()) {
      assertThat(library.leftOut()).hasSize(1);
    }
  }

  @Test
  void refusesEveryFileOutsideItsFolderInOneSentence() throws Exception {
    Path directory = directory("..\\SECRET", "IMAGES\\IM2", "..\\SECRET2");
    Library library = scan(directory);
    assertThat(numbers(library)).containsExactly(2);
    assertThat(library.leftOut().stream().map(out -> out.reason().toString()))
        .containsExactly(
            directory
                + " lists 2 files outside its folder, such as ../SECRET; they are not opened");
  }

  @Test
  void followsNoLinkOutOfItsFolder() throws Exception {
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system has no links as POSIX knows them");
    Files.createSymbolicLink(folder.resolve("LINK"), outer.resolve("SECRET"));
    Files.createSymbolicLink(folder.resolve("UP"), outer);
    Files.createSymbolicLink(folder.resolve("SAME"), folder.resolve("IMAGES").resolve("IM2"));
    Library library = scan(directory("LINK", "UP\\SECRET", "SAME"));
    assertThat(numbers(library)).containsExactly(2);
    assertThat(library.leftOut().stream().map(out -> out.reason().key()))
        .containsExactly("library.listed.outside");
  }

  @Test
  void saysWhatIsMissingAndThatNothingIsListed() throws Exception {
    assertThat(scan(directory("IMAGES\\IM9", "IMAGES\\IM8")).leftOut().getFirst().reason())
        .hasToString(
            folder.resolve("DICOMDIR") + " lists 2 files that are not there, such as IMAGES/IM9");
    assertThat(scan(directory()).leftOut().getFirst().reason().key())
        .isEqualTo("library.listed.none");
  }

  @Test
  void doesNotFollowADirectoryThatItLists() throws Exception {
    Path directory = directory("OTHER", "IMAGES\\IM1");
    Files.copy(directory, folder.resolve("OTHER"));
    Library library = scan(directory);
    assertThat(numbers(library)).containsExactly(1);
    assertThat(library.leftOut().stream().map(out -> out.reason().key()))
        .containsExactly("library.is.directory");
  }

  @Test
  void opensFilesWhoseNamesAreInSmallLetters() throws Exception {
    Files.move(folder.resolve("IMAGES"), folder.resolve("images"));
    assertThat(numbers(scan(directory("IMAGES\\IM1")))).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DICOMDIR", "DICOMDIR-bigEnd", "DICOMDIR-implicit", "DICOMDIR-nooffset"})
  void opensTheSameFilesOfEveryVariantOfARealDirectory(String name) {
    Path directory = TestData.data("conformance/pydicom/test_files/dicomdirtests/" + name);
    Library library = scan(directory);
    assertThat(library.instances()).hasSize(31);
    assertThat(library.leftOut()).isEmpty();
  }

  private Path directory(String... listed) throws IOException {
    var items = new ArrayList<Raw.Item>();
    for (String id : listed) {
      items.add(
          new Raw.Item(
              false,
              List.of(
                  Raw.us(0x00041410, EXPLICIT, 0xFFFF),
                  Raw.text(0x00041430, "CS", "IMAGE"),
                  Raw.text(0x00041500, "CS", id))));
    }
    byte[] dataSet = Raw.bytes(EXPLICIT, List.of(new Raw.Sequence(0x00041220, false, items)));
    return Files.write(folder.resolve("DICOMDIR"), Raw.file(EXPLICIT, dataSet));
  }

  private static Stream<Integer> numbers(Library library) {
    return library.instances().stream().map(i -> i.number().orElseThrow());
  }

  private static Library scan(Path... paths) {
    return Library.scan(List.of(paths), Progress.NONE, Parallel.SEQUENTIAL);
  }
}
