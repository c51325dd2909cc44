package org.voxdesk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.Peers;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;

class DicomJsonTest {
  private static final long LIMIT = 1 << 20;
  private static final Tag NUMBERS = new Tag(0x00091001);

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AE | A\\B           | ["A","B"]
          AS | 045Y           | ["045Y"]
          AT | (0010,0020)    | ["00100020"]
          CS | A\\\\B         | ["A",null,"B"]
          DA | 20200101       | ["20200101"]
          DS | 1.50\\-2\\+3   | [1.50,-2,"+3"]
          DT | 2020           | ["2020"]
          FD | 0.1\\-2.5      | [0.1,-2.5]
          FL | 0.1            | [0.1]
          IS | 12\\007        | [12,"007"]
          LO | a b\\é         | ["a b","é"]
          LT | a\\b           | ["a\\\\b"]
          PN | A^B=王^小=c    | [{"Alphabetic":"A^B","Ideographic":"王^小","Phonetic":"c"}]
          PN | =王            | [{"Ideographic":"王"}]
          SH | x              | ["x"]
          SL | -2147483648    | [-2147483648]
          SS | -1             | [-1]
          ST | x              | ["x"]
          SV | -9223372036854775808 | [-9223372036854775808]
          TM | 1010           | ["1010"]
          UC | x\\y           | ["x","y"]
          UI | 1.2.3          | ["1.2.3"]
          UL | 4294967295     | [4294967295]
          UR | http://a       | ["http://a"]
          US | 65535\\1       | [65535,1]
          UT | x              | ["x"]
          UV | 18446744073709551615 | [18446744073709551615]
          """)
  void aValueOfEachVrIsWrittenAndReadBack(Vr vr, String text, String json) throws Exception {
    DataSet dataSet =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
            .with(NUMBERS, vr, text);
    ObjectNode written = DicomJson.write(dataSet, LIMIT).json();
    assertThat(written.get("00091001").get("vr").textValue()).isEqualTo(vr.name());
    assertThat(written.get("00091001").get("Value")).hasToString(json.strip());
    DataSet read = DicomJson.read(written);
    assertThat(read.get(NUMBERS).orElseThrow().bytes())
        .isEqualTo(dataSet.get(NUMBERS).orElseThrow().bytes());
  }

  @ParameterizedTest
  @CsvSource({"OB", "OW", "OL", "OV", "OF", "OD", "UN"})
  void bytesAreInlineInLittleEndian(Vr vr) throws Exception {
    byte[] big = {0, 0, 0, 0, 0, 0, 0, 1};
    DataSet dataSet =
        DataSet.empty(Encoding.EXPLICIT_BIG)
            .with(DataElement.of(NUMBERS, vr, ByteOrder.BIG_ENDIAN, new Value.Bytes(big)));
    ObjectNode written = DicomJson.write(dataSet, LIMIT).json();
    byte[] read = DicomJson.read(written).get(NUMBERS).orElseThrow().bytes();
    assertThat(read)
        .isEqualTo(dataSet.in(Encoding.EXPLICIT_LITTLE).get(NUMBERS).orElseThrow().bytes());
    assertThat(DicomJson.write(dataSet, 7).leftOut()).containsExactly(TagPath.of(NUMBERS));
  }

  @Test
  void numbersThatJsonDoesNotHaveAreNamed() throws Exception {
    double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    var buffer = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putDouble(value);
    }
    DataElement element =
        DataElement.of(NUMBERS, Vr.FD, ByteOrder.LITTLE_ENDIAN, new Value.Bytes(buffer.array()));
    ObjectNode json =
        DicomJson.write(DataSet.empty(Encoding.EXPLICIT_LITTLE).with(element), LIMIT).json();
    assertThat(json.get("00091001").get("Value")).hasToString("[\"NaN\",\"inf\",\"-inf\"]");
    assertThat(DicomJson.read(json).get(NUMBERS).orElseThrow().bytes()).isEqualTo(buffer.array());
  }

  @Test
  void sequencesKeepTheirItemsAndEmptyOnesAreEmpty() throws Exception {
    DataSet item = DataSet.empty(Encoding.EXPLICIT_LITTLE).with(Tag.ROWS, Vr.US, "7");
    DataSet nothing = DataSet.empty(Encoding.EXPLICIT_LITTLE);
    Tag sequence = new Tag(0x00081140);
    DataElement element =
        DataElement.of(
            sequence,
            Vr.SQ,
            ByteOrder.LITTLE_ENDIAN,
            new Value.Items(
                List.of(
                    new Value.Item(item, Framing.NONE), new Value.Item(nothing, Framing.NONE))));
    DataSet dataSet =
        nothing.with(element).with(new Tag(0x00082112), Vr.SQ, "").with(Tag.STUDY_ID, Vr.SH, "");
    String text = DicomJson.write(dataSet, LIMIT).text();
    DataSet read = DicomJson.read(text);
    assertThat(read.items(sequence)).hasSize(2);
    assertThat(read.items(sequence).getFirst().integer(Tag.ROWS)).hasValue(7);
    assertThat(read.items(new Tag(0x00082112))).isEmpty();
    assertThat(read.get(Tag.STUDY_ID).orElseThrow().length()).isZero();
    assertThat(DicomJson.write(read, LIMIT).text()).isEqualTo(text);
  }

  @Test
  void textOfAnyCharacterSetIsUnicodeAndDeclaredSo() throws Exception {
    DataSet latin =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 100")
            .with(Tag.PATIENT_NAME, Vr.PN, "Jérôme");
    JsonNode json = DicomJson.write(latin, LIMIT).json();
    assertThat(json.at("/00080005/Value/0").textValue()).isEqualTo("ISO_IR 192");
    assertThat(json.at("/00100010/Value/0/Alphabetic").textValue()).isEqualTo("Jérôme");
    DataSet read =
        DicomJson.read("{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Jérôme\"}]}}");
    assertThat(read.text(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 192");
    assertThat(read.text(Tag.PATIENT_NAME)).contains("Jérôme");
  }

  @Test
  void anUnknownVrIsWrittenAsTheDictionaryUnderstandsIt() throws Exception {
    DataElement rows =
        DataElement.of(
            Tag.ROWS, Vr.UN, ByteOrder.LITTLE_ENDIAN, new Value.Bytes(new byte[] {7, 0}));
    DataSet dataSet = DataSet.empty(Encoding.EXPLICIT_LITTLE).with(rows);
    assertThat(DicomJson.write(dataSet, LIMIT).json().get("00280010"))
        .hasToString("{\"vr\":\"US\",\"Value\":[7]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [                                                          | line 1 is no JSON
          [1]                                                        | a JSON object
          {"PatientName":{"vr":"PN"}}                                | “PatientName” is no tag
          {"00100010":{"Value":["A"]}}                               | (0010,0010) has no value rep
          {"00100010":{"vr":"XX"}}                                   | (0010,0010) has no value rep
          {"7FE00010":{"vr":"OW","BulkDataURI":"http://a"}}          | (7FE0,0010) is said to be some
          {"7FE00010":{"vr":"OW","InlineBinary":"AA="}}              | (7FE0,0010) has a value
          {"00100020":{"vr":"LO","Value":"A"}}                       | (0010,0020) has a value
          {"00100020":{"vr":"LO","Value":["A\\\\B"]}}                | (0010,0020) has a value
          {"00280010":{"vr":"US","Value":[70000]}}                   | (0028,0010) US does not allow
          {"00100020":{"vr":"LO","Value":[{"a":1}]}}                 | (0010,0020) has a value
          {"00081140":{"vr":"SQ","Value":["A"]}}                     | a JSON object
          {"00081140":{"vr":"FD","Value":["A"]}}                     | (0008,1140) has a value
          """)
  void whatIsNoDicomJsonIsRefusedInOneSentence(String json, String sentence) {
    assertThatThrownBy(() -> DicomJson.read(json))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void everyRealFileComesBack() throws Exception {
    for (Path path : realFiles()) {
      DicomFile file = DicomReader.read(path);
      DicomJson.Written written = DicomJson.write(file.dataSet(), 1000);
      DicomJson.Written again = DicomJson.write(DicomJson.read(written.text()), 1000);
      if (!file.problems().isEmpty()) {
        // What it repairs on the way, such as an odd length, it repairs once.
        written = again;
        again = DicomJson.write(DicomJson.read(written.text()), 1000);
      }
      assertThat(again.text()).as(path.toString()).isEqualTo(written.text());
    }
  }

  @Test
  void pydicomReadsWhatIsWrittenAndWritesWhatIsRead() throws Exception {
    String script =
        """
        import json, sys, pydicom, warnings
        warnings.simplefilter("ignore")
        ours = pydicom.Dataset.from_json(open(sys.argv[2], encoding="utf-8").read())
        theirs = pydicom.dcmread(sys.argv[1], force=True)
        for e in list(ours.iterall()): e.value
        for tag in ("PatientID", "StudyInstanceUID", "Rows", "PatientName", "SOPClassUID"):
            if tag in theirs and not str(theirs[tag].VR) == "UN":
                assert str(ours[tag].value) == str(theirs[tag].value), (tag, ours[tag], theirs[tag])
        with open(sys.argv[3], "w", encoding="utf-8") as f:
            json.dump(ours.to_json_dict(1 << 30, None), f)
        """;
    int compared = 0;
    for (Path path : realFiles().stream().limit(12).toList()) {
      Path ours = temporary.resolve("ours.json");
      Path theirs = temporary.resolve("theirs.json");
      DicomJson.Written written = DicomJson.write(DicomReader.read(path).dataSet(), 100_000);
      Files.writeString(ours, written.text());
      Peers.pydicom(script, path, ours, theirs);
      DataSet read = DicomJson.read(Files.readString(theirs));
      DataSet wanted = DicomJson.read(written.json());
      for (DataElement element : wanted.elements()) {
        var same = assertThat(read.texts(element.tag())).as(path + " " + element.tag());
        if (element.vr() == Vr.DS) {
          // pydicom does not keep zeros at the end of a number.
          assertThat(read.numbers(element.tag())).isEqualTo(wanted.numbers(element.tag()));
        } else {
          same.isEqualTo(wanted.texts(element.tag()));
        }
      }
      compared++;
    }
    assertThat(compared).isPositive();
  }

  private static List<Path> realFiles() throws Exception {
    Path folder = TestData.data("conformance/pydicom/test_files");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".dcm"))
          .sorted()
          .filter(DicomJsonTest::reads)
          .toList();
    }
  }

  private static boolean reads(Path path) {
    try {
      return !DicomReader.read(path).dataSet().elements().isEmpty();
    } catch (DicomException e) {
      return false;
    }
  }
}
