package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.DicomReader;

class AnnotationsCommandTest extends CommandLineCase {
  private Path target;

  @BeforeEach
  void setTarget() {
    target = temporary.resolve("made");
  }

  private int convert(Path file, String format, String... more) {
    String[] command = {"annotations", file.toString(), "--to", format, "--out", target.toString()};
    String[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return run(all);
  }

  @Test
  void aListIsWrittenInTheFormatsOfLunaAndMonai() throws Exception {
    Path json = temporary.resolve("a.json");
    Files.writeString(
        json,
        """
        {"training": [{"image": "1.2.3.nii.gz", "box": [[1, 2, 3, 4, 4, 4]], "label": [1]}],
         "validation": [{"image": "1.2.4.nii.gz", "box": [[5, 6, 7, 8, 8, 8]], "label": [0]}]}
        """);

    assertThat(convert(json, "annotations")).as(errors.toString()).isZero();
    assertThat(out.toString()).isEqualTo("2 nodules written to " + target + System.lineSeparator());
    assertThat(target)
        .hasContent("seriesuid,coordX,coordY,coordZ,diameter_mm\n1.2.3,1,2,3,4\n1.2.4,5,6,7,8\n");
    assertThat(convert(json, "candidates")).isEqualTo(1);
    assertThat(errors.toString()).contains("exists already").hasLineCount(1);
    assertThat(convert(json, "candidates", "--overwrite")).isZero();
    assertThat(target)
        .hasContent("seriesuid,coordX,coordY,coordZ,class\n1.2.3,1,2,3,1\n1.2.4,5,6,7,0\n");
    assertThat(convert(json, "monai", "--overwrite")).isZero();
    String monai = Files.readString(target);
    assertThat(monai.indexOf("1.2.4")).isGreaterThan(monai.indexOf("validation"));
    assertThat(monai.indexOf("1.2.3")).isLessThan(monai.indexOf("validation"));
  }

  @Test
  void outlinesOfLidcBecomeMillimetresWithTheScan() throws Exception {
    DataSet image = DicomReader.read(Path.of(slice(53))).dataSet();
    String uid = image.text(Tag.SERIES_INSTANCE_UID).orElseThrow();
    Path xml = temporary.resolve("a.xml");
    Files.writeString(
        xml,
        """
        <LidcReadMessage><SeriesInstanceUid>%s</SeriesInstanceUid><readingSession>
        <unblindedReadNodule><noduleID>1</noduleID><roi><imageSOP_UID>%s</imageSOP_UID>
        <inclusion>TRUE</inclusion>
        <edgeMap><xCoord>100</xCoord><yCoord>100</yCoord></edgeMap>
        <edgeMap><xCoord>110</xCoord><yCoord>100</yCoord></edgeMap>
        <edgeMap><xCoord>110</xCoord><yCoord>110</yCoord></edgeMap>
        <edgeMap><xCoord>100</xCoord><yCoord>110</yCoord></edgeMap>
        </roi></unblindedReadNodule></readingSession></LidcReadMessage>
        """
            .formatted(uid, image.text(Tag.SOP_INSTANCE_UID).orElseThrow()));

    assertThat(convert(xml, "annotations")).isEqualTo(1);
    assertThat(errors.toString()).contains(uid + " is left out: its outlines are in pixels");
    assertThat(target).doesNotExist();
    assertThat(convert(xml, "annotations", "--in", series.toString())).isZero();
    assertThat(Files.readAllLines(target)).hasSize(2);
    assertThat(Files.readAllLines(target).get(1)).startsWith(uid + ",");
  }
}
