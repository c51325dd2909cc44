package org.voxdesk.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DicomException;

/// Whatever a file does to the parser, it does not take the others down with it.
class ReadingGuardTest {
  static Stream<Error> errors() {
    return Stream.of(new StackOverflowError(), new OutOfMemoryError("Java heap space"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void aFileThatExhaustsTheMachineIsRefusedByItsName(Error error) {
    var exhausting =
        new ByteSource() {
          @Override
          public long size() {
            return 1000;
          }

          @Override
          public void read(long position, byte[] target, int offset, int length) {
            throw error;
          }

          @Override
          public BulkData bulk(long position, long length) {
            throw error;
          }
        };
    Path path = Path.of("exhausting.dcm");
    assertThatThrownBy(
            () ->
                DicomReader.read(
                    exhausting, Optional.of(path), ReadingMode.LENIENT, ReadingLimits.DEFAULT))
        .isInstanceOf(DicomException.class)
        .hasMessage("exhausting.dcm needs more memory than there is")
        .hasCause(error);
  }
}
