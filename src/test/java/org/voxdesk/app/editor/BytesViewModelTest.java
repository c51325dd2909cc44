package org.voxdesk.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.editor.NewValue.Also;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

final class BytesViewModelTest {
  private static final Tag PRIVATE = Tag.of(0x0009, 0x1001);

  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();

  @Test
  void bytesAreShownInLines() {
    BytesViewModel model = model(Vr.OB, "Hello, World! 123\0".getBytes(StandardCharsets.US_ASCII));
    assertThat(model.lineCount()).isEqualTo(2);
    HexLine first = model.line(0).orElseThrow();
    assertThat(first.address()).isEqualTo("00000000");
    assertThat(first.hex(0, 5)).isEqualTo("48 65 6C 6C 6F ");
    assertThat(first.ascii()).isEqualTo("Hello, World! 12");
    HexLine second = model.line(1).orElseThrow();
    assertThat(second.address()).isEqualTo("00000010");
    assertThat(second.ascii()).isEqualTo("3.");
    assertThat(second.hex(0, 3)).isEqualTo("33 00    ");
    assertThat(model.valueProperty().get()).as("nothing has changed").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OB, 01FF, 1  255",
    "OW, 0100FFFF, 1  65535",
    "OL, FFFFFFFF, 4294967295",
    "OV, FFFFFFFFFFFFFFFF, 18446744073709551615",
    "OF, 0000803F, 1.0",
    "OD, 000000000000F03F, 1.0"
  })
  void bytesAreShownAsTheNumbersOfTheirVr(Vr vr, String hex, String numbers) {
    BytesViewModel model = model(vr, HexFormat.of().parseHex(hex));
    HexLine line = model.line(0).orElseThrow();
    assertThat(String.join("  ", line.numbers(model.kind()))).isEqualTo(numbers);
  }

  @ParameterizedTest
  @CsvSource({
    "OB, 01FF, 255, 0, 0100, 256",
    "OW, 0100FFFF, 65535, 258, 01000201, -1",
    "OL, 01000000FFFFFFFF, 4294967295, 1, 0100000001000000, 4294967296",
    "OV, 0100000000000000FFFFFFFFFFFFFFFF, 18446744073709551615, 2,"
        + " 01000000000000000200000000000000, 18446744073709551616",
    "OF, 0000803F0000803F, 1.0, -2.5, 0000803F000020C0, 1e39",
    "OD, 000000000000F03F000000000000F03F, 1.0, -2.5, 000000000000F03F00000000000004C0, 1e999"
  })
  void numbersAreOverwrittenByThoseThatFit(
      Vr vr, String hex, String was, String typed, String changed, String tooBig) {
    byte[] original = HexFormat.of().parseHex(hex);
    BytesViewModel model = model(vr, original);
    model.numbersProperty().set(true);
    model.goToNumber(1);
    assertThat(model.numberText()).isEqualTo(was);
    for (String wrong : List.of(tooBig, "", "one")) {
      assertThat(model.setNumber(wrong)).isFalse();
      assertThat(model.problemProperty().get()).contains("wanted");
    }
    assertThat(model.setNumber(was)).isTrue();
    assertThat(model.valueProperty().get()).as("nothing has changed").isEmpty();
    assertThat(model.setNumber(typed)).isTrue();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(bytes(model)).isEqualTo(HexFormat.of().parseHex(changed));
    assertThat(original).isEqualTo(HexFormat.of().parseHex(hex));
    model.goToNumber(100);
    assertThat(model.number()).isEqualTo(1);
  }

  @Test
  void aNumberThatIsBeingTypedCountsWhenTheValueIsTaken() {
    BytesViewModel model = model(Vr.OW, new byte[4]);
    model.numbersProperty().set(true);
    model.typeNumber("7");
    assertThat(bytes(model)).containsExactly(7, 0, 0, 0);
    model.typeNumber("70000");
    assertThat(model.valueProperty().get()).isEmpty();
    model.typeNumber("5");
    model.goToNumber(1);
    assertThat(model.valueProperty().get()).as("left without taking it").isEmpty();
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void numbersOfBigEndianElementsAreOverwrittenInTheirOrder() {
    var number = new BinaryNumber(Vr.OW, ByteOrder.BIG_ENDIAN);
    assertThat(number.bytes("258").orElseThrow()).containsExactly(1, 2);
  }

  @Test
  void digitsOverwriteTheByteAtTheCaret() {
    byte[] original = {0x12, 0x34};
    BytesViewModel model = model(Vr.OB, original);
    model.moveCaret(2);
    assertThat(model.type(0xA)).isTrue();
    assertThat(bytes(model)).containsExactly(0x12, 0xA4);
    assertThat(model.type(0xB)).isTrue();
    assertThat(bytes(model)).containsExactly(0x12, 0xAB);
    assertThat(original).containsExactly(0x12, 0x34);
    model.moveCaret(-100);
    model.type(0xF);
    assertThat(bytes(model)).containsExactly(0xF2, 0xAB);
  }

  @Test
  void nothingIsTypedOverBigValuesOrNumbers() {
    BytesViewModel big = model(Vr.OB, new byte[BytesViewModel.MOST_TYPED + 2]);
    assertThat(big.type(1)).isFalse();
    assertThat(big.setNumber("1")).isFalse();
    BytesViewModel numbers = model(Vr.OW, new byte[4]);
    numbers.numbersProperty().set(true);
    assertThat(numbers.type(1)).isFalse();
    assertThat(model(Vr.OB, new byte[0]).type(1)).isFalse();
  }

  @Test
  void ofABigValueOnlyThePagesLookedAtAreRead() {
    var data = new Counting(100_000_000);
    BytesViewModel model = model(new Value.Bulk(data));
    assertThat(data.bytesRead).isZero();
    assertThat(model.lineCount()).isEqualTo(6_250_000);
    assertThat(model.line(6_249_999).orElseThrow().hex(0, 2)).isEqualTo("F0 F1 ");
    assertThat(model.line(6_249_998).orElseThrow().address()).isEqualTo("05F5E0E0");
    assertThat(data.bytesRead).isLessThan(128 * 1024);
    for (int line = 0; line < model.lineCount(); line += 4096) {
      assertThat(model.line(line)).isPresent();
    }
  }

  @Test
  void aValueThatCannotBeReadIsSaidToBe() {
    BytesViewModel model =
        model(
            new Value.Bulk(
                new BulkData() {
                  @Override
                  public long length() {
                    return 1000;
                  }

                  @Override
                  public void read(long offset, byte[] target, int at, int length)
                      throws IOException {
                    throw new IOException("gone");
                  }
                }));
    assertThat(model.line(0)).isEmpty();
    assertThat(model.problemProperty().get()).isNotEmpty();
  }

  @Test
  void anImportedFileIsPaddedToAnEvenLength() throws IOException {
    dialogs.files = List.of(Files.write(folder.resolve("x.raw"), new byte[] {1, 2, 3}));
    BytesViewModel model = model(Vr.OB, new byte[2]);
    files(model).importFile();
    assertThat(bytes(model)).containsExactly(1, 2, 3, 0);
    assertThat(model.contentProperty().get().length()).isEqualTo(4);
  }

  @Test
  void aFileThatIsNoMultipleOfTheUnitIsRefused() throws IOException {
    dialogs.files = List.of(Files.write(folder.resolve("x.raw"), new byte[] {1, 2, 3}));
    BytesViewModel model = model(Vr.OF, new byte[4]);
    files(model).importFile();
    assertThat(model.valueProperty().get()).isEmpty();
    assertThat(model.problemProperty().get()).contains("multiple of 4");
  }

  @Test
  void bytesAreExportedAsTheyAre() throws IOException {
    dialogs.target = Optional.of(folder.resolve("out.bin"));
    BytesViewModel model = model(Vr.OB, new byte[] {1, 2, 3, 4});
    files(model).exportFile();
    assertThat(Files.readAllBytes(folder.resolve("out.bin"))).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aDocumentSaysItsKindAndItsLengthWithoutPadding() throws IOException {
    dialogs.files = List.of(Files.write(folder.resolve("report.PDF"), new byte[] {1, 2, 3}));
    BytesViewModel model = document(Elements.EMPTY, new byte[0]);
    files(model).importFile();
    assertThat(
            model.valueProperty().get().map(v -> v instanceof NewValue.Bytes b ? b.also() : null))
        .contains(
            List.of(
                new Also(Tag.of(0x0042, 0x0012), Vr.LO, "application/pdf"),
                new Also(Tag.of(0x0042, 0x0015), Vr.UL, "3")));
    dialogs.target = Optional.of(folder.resolve("again.pdf"));
    files(model).exportFile();
    assertThat(Files.readAllBytes(folder.resolve("again.pdf"))).containsExactly(1, 2, 3);
  }

  @Test
  void aDocumentIsExportedWithItsExtensionAndWithoutPadding() throws Exception {
    DataSet holder =
        Elements.EMPTY
            .with(Tag.of(0x0042, 0x0012), Vr.LO, "model/stl")
            .with(Tag.of(0x0042, 0x0015), Vr.UL, "3");
    assertThat(EncapsulatedDocument.extension(holder)).isEqualTo("stl");
    dialogs.target = Optional.of(folder.resolve("part.stl"));
    files(document(holder, new byte[] {1, 2, 3, 0})).exportFile();
    assertThat(Files.readAllBytes(folder.resolve("part.stl"))).containsExactly(1, 2, 3);
  }

  private BytesViewModel document(DataSet holder, byte[] bytes) {
    return new BytesViewModel(
        services(),
        Elements.bytes(holder, EncapsulatedDocument.TAG, Vr.OB, new Value.Bytes(bytes)));
  }

  private BytesViewModel model(Vr vr, byte[] bytes) {
    return new BytesViewModel(services(), Elements.bytes(PRIVATE, vr, new Value.Bytes(bytes)));
  }

  private BytesViewModel model(Value value) {
    return new BytesViewModel(services(), Elements.bytes(PRIVATE, Vr.OB, value));
  }

  private BytesFiles files(BytesViewModel model) {
    return new BytesFiles(services(), model);
  }

  private Services services() {
    return TestServices.synchronous(folder, dialogs);
  }

  private static byte[] bytes(BytesViewModel model) {
    return model
        .valueProperty()
        .get()
        .map(v -> v instanceof NewValue.Bytes bytes ? bytes.value() : new byte[0])
        .orElseThrow();
  }

  /// Bytes that count up, and how many of them have been read.
  private static final class Counting implements BulkData {
    private final long length;
    private long bytesRead;

    Counting(long length) {
      this.length = length;
    }

    @Override
    public long length() {
      return length;
    }

    @Override
    public void read(long offset, byte[] target, int at, int count) {
      bytesRead += count;
      for (int i = 0; i < count; i++) {
        target[at + i] = (byte) (offset + i);
      }
    }
  }
}
