package org.voxdesk.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// One DICOM file: preamble, meta header and data set, with what was wrong when it was read.
/// Immutable; the `with` methods give a changed copy.
///
/// @param origin the file it was read from, where its big values are; empty for one made in memory
/// @param preamble the bytes before the meta header, `DICM` included, or none
/// @param meta the file meta information (PS3.10 7.1), without elements where there is none
/// @param dataSet the data set
/// @param transferSyntax how the data set is encoded in fact, whatever the meta header says
/// @param problems what the reader noticed
/// @param deflated the data set's bytes as they are in a file with a deflated data set, else empty
@SuppressWarnings("ArrayRecordComponent")
public record DicomFile(
    Optional<Origin> origin,
    byte[] preamble,
    DataSet meta,
    DataSet dataSet,
    TransferSyntax transferSyntax,
    List<Problem> problems,
    Optional<Deflated> deflated) {
  private static final int PREAMBLE = 128;

  /// The deflated form of a data set, which is written again as long as the data set is that one.
  ///
  /// @param bytes all bytes from the end of the meta header to the end of the file
  /// @param dataSet what they were read as
  public record Deflated(BulkData bytes, DataSet dataSet) {}

  public DicomFile {
    problems = List.copyOf(problems);
  }

  /// Where it was read from; empty for a file made in memory.
  public Optional<Path> path() {
    return origin.map(Origin::path);
  }

  /// A new Part 10 file around a data set whose SOP Class and Instance UIDs are set.
  public static DicomFile of(DataSet dataSet, TransferSyntax syntax) {
    byte[] preamble = new byte[PREAMBLE + 4];
    System.arraycopy(new byte[] {'D', 'I', 'C', 'M'}, 0, preamble, PREAMBLE, 4);
    DataSet meta =
        MetaHeader.of(
            dataSet.text(Tag.SOP_CLASS_UID).orElse(""),
            dataSet.text(Tag.SOP_INSTANCE_UID).orElseGet(Uids::random),
            syntax.uid());
    return new DicomFile(
        Optional.empty(), preamble, meta, dataSet, syntax, List.of(), Optional.empty());
  }

  /// This file with another data set, whose group lengths are moved by as much as their groups have
  /// grown.
  public DicomFile withDataSet(DataSet changed) {
    return new DicomFile(
        origin,
        preamble,
        meta,
        GroupLengths.moved(dataSet, changed),
        transferSyntax,
        problems,
        deflated);
  }

  /// This file with another meta header, whose group length is put right if it has one.
  public DicomFile withMeta(DataSet changed) {
    DataSet counted =
        changed
            .get(Tag.META_GROUP_LENGTH)
            .map(length -> changed.with(groupLength(length, changed)))
            .orElse(changed);
    return new DicomFile(origin, preamble, counted, dataSet, transferSyntax, problems, deflated);
  }

  /// This file with its data set in another transfer syntax, which the meta header says; one
  /// without a meta header gets one.
  ///
  /// @param changed the data set in the encoding of `syntax`
  /// @throws DicomException if the meta header cannot be changed
  public DicomFile transcoded(DataSet changed, TransferSyntax syntax) throws DicomException {
    if (changed.encoding() != syntax.encoding() || syntax.deflated()) {
      throw new IllegalArgumentException(changed.encoding() + " in " + syntax);
    }
    DataSet moved = GroupLengths.moved(dataSet, changed);
    if (meta.elements().isEmpty()) {
      DicomFile made = DicomFile.of(moved, syntax);
      return new DicomFile(
          origin, made.preamble, made.meta, moved, syntax, problems, Optional.empty());
    }
    DicomFile named = withMeta(meta.with(Tag.TRANSFER_SYNTAX_UID, Vr.UI, syntax.uid()));
    return new DicomFile(origin, preamble, named.meta, moved, syntax, problems, Optional.empty());
  }

  /// This file with nothing but zeros in its preamble: no program can hide there any more.
  public DicomFile withEmptyPreamble() {
    byte[] empty = preamble.clone();
    Arrays.fill(empty, 0, Math.max(0, empty.length - 4), (byte) 0);
    if (Arrays.equals(empty, preamble)) {
      return this;
    }
    return new DicomFile(origin, empty, meta, dataSet, transferSyntax, problems, deflated);
  }

  private static DataElement groupLength(DataElement length, DataSet meta) {
    long rest = ElementWriter.length(meta.without(Tag.META_GROUP_LENGTH));
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      bytes[i] = (byte) (rest >>> (8 * i));
    }
    return DataElement.of(
        length.tag(), length.vr(), Encoding.EXPLICIT_LITTLE.order(), new Value.Bytes(bytes));
  }
}
