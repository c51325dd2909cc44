package org.voxdesk.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.text.Sentence;

/// One file out of its bytes: preamble, meta header (PS3.10 7.1) and data set, each of which may be
/// missing, in the encoding it is really in.
final class FileParser {
  private static final int PREAMBLE = 128;
  private static final int MAGIC = 'D' | 'I' << 8 | 'C' << 16 | 'M' << 24;

  private final ByteSource source;
  private final Optional<Path> path;
  private final ReadingLimits limits;
  private final Problems problems;
  private final ByteCursor cursor;
  private final EncodingProbe probe;

  FileParser(ByteSource source, Optional<Path> path, ReadingMode mode, ReadingLimits limits) {
    this.source = source;
    this.path = path;
    this.limits = limits;
    this.problems = new Problems(mode);
    this.cursor = new ByteCursor(source, 0);
    this.probe = new EncodingProbe(cursor);
  }

  /// The whole file.
  ///
  /// @throws DicomException if it is no DICOM file
  DicomFile parse() throws IOException, DicomException {
    try {
      return parseWhole();
    } catch (MemoryBudgetException e) {
      var named = new MemoryBudgetException(name(), limits.memory());
      named.initCause(e);
      throw named;
    }
  }

  private DicomFile parseWhole() throws IOException, DicomException {
    if (source.size() == 0) {
      throw new DicomException(Sentence.of("file.empty", name()));
    }
    byte[] preamble = preamble();
    DataSet meta = meta();
    TransferSyntax syntax = syntax(meta);
    DicomFile file =
        syntax.deflated() ? deflated(preamble, meta, syntax) : plain(preamble, meta, syntax);
    if (meta.elements().isEmpty() && file.dataSet().elements().isEmpty()) {
      throw notDicom();
    }
    return file;
  }

  private Object name() {
    return path.<Object>map(p -> p).orElse("–");
  }

  private DicomException notDicom() {
    return new DicomException(Sentence.of("file.not.dicom", name()));
  }

  /// What stands before the first element, `DICM` included; the position moves behind it.
  private byte[] preamble() throws IOException, DicomException {
    if (hasMagic(PREAMBLE)) {
      byte[] preamble = cursor.take(PREAMBLE + 4);
      if (Executables.startsLikeOne(preamble)) {
        problems.add(0, Problem.Code.EXECUTABLE_PREAMBLE, "problem.executable.preamble");
      }
      return preamble;
    }
    OptionalInt start = hasMagic(0) ? OptionalInt.of(4) : probe.bareStart();
    if (start.isEmpty()) {
      throw notDicom();
    }
    problems.add(0, Problem.Code.NO_PREAMBLE, "problem.no.preamble");
    return cursor.take(start.getAsInt());
  }

  private boolean hasMagic(int at) throws IOException {
    return source.size() >= at + 4 && magic(at) == MAGIC;
  }

  private int magic(int at) throws IOException {
    return (int) cursor.u32(at, ByteOrder.LITTLE_ENDIAN);
  }

  private DataSet meta() throws IOException, DicomException {
    Optional<Encoding> found = probe.first();
    Encoding encoding = found.orElse(Encoding.EXPLICIT_LITTLE);
    if (source.size() - cursor.position() < 8 || cursor.u16(0, encoding.order()) != 2) {
      return DataSet.empty(Encoding.EXPLICIT_LITTLE);
    }
    long start = cursor.position();
    TransferSyntax syntax = TransferSyntax.of(encoding);
    DataSet meta =
        new DataSetParser(cursor, problems, limits, syntax).parseMeta(source.size(), encoding);
    checkGroupLength(meta, start);
    return meta;
  }

  private void checkGroupLength(DataSet meta, long start) throws DicomException {
    if (meta.elements().isEmpty() || !meta.elements().getFirst().tag().isGroupLength()) {
      return;
    }
    DataElement length = meta.elements().getFirst();
    long present = cursor.position() - start - 8 - 4;
    if (length.value() instanceof Value.Bytes(byte[] stated) && stated.length == 4) {
      long said = Integer.toUnsignedLong(ByteBuffer.wrap(stated).order(length.order()).getInt());
      if (said != present) {
        problems.add(
            start,
            length.tag(),
            Problem.Code.WRONG_LENGTH,
            "problem.group.length",
            length.tag(),
            said,
            present);
      }
    }
  }

  /// The transfer syntax that the data set is really in: the declared one if the first element can
  /// be read with it, else the plain one that fits.
  private TransferSyntax syntax(DataSet meta) throws IOException, DicomException {
    Optional<String> uid = meta.text(Tag.TRANSFER_SYNTAX_UID);
    Optional<Encoding> found = probe.first();
    boolean declaredPacked =
        uid.map(TransferSyntax::of).filter(TransferSyntax::deflated).isPresent();
    boolean packed = (found.isEmpty() || declaredPacked) && probe.isDeflated();
    if (uid.isEmpty()) {
      Encoding encoding = found.orElse(Encoding.EXPLICIT_LITTLE);
      TransferSyntax fits = packed ? TransferSyntax.DEFLATED : TransferSyntax.of(encoding);
      problems.add(
          cursor.position(),
          Problem.Code.NO_TRANSFER_SYNTAX,
          "problem.no.transfer.syntax",
          fits.name());
      return packed ? fits : new TransferSyntax(fits.uid(), encoding, false, false);
    }
    TransferSyntax declared = TransferSyntax.of(uid.get());
    if (packed) {
      if (!declared.deflated()) {
        wrongSyntax(declared, TransferSyntax.DEFLATED);
      }
      return new TransferSyntax(declared.uid(), Encoding.EXPLICIT_LITTLE, false, true);
    }
    if (found.isEmpty()
        || (found.get() == declared.encoding() && !declared.deflated())
        || !probe.leadsOn(found.get())) {
      return declared;
    }
    wrongSyntax(declared, TransferSyntax.of(found.get()));
    return new TransferSyntax(declared.uid(), found.get(), declared.encapsulated(), false);
  }

  private void wrongSyntax(TransferSyntax declared, TransferSyntax fits) throws DicomException {
    problems.add(
        cursor.position(),
        Problem.Code.WRONG_TRANSFER_SYNTAX,
        "problem.wrong.transfer.syntax",
        declared.name(),
        fits.name());
  }

  private DicomFile plain(byte[] preamble, DataSet meta, TransferSyntax syntax)
      throws IOException, DicomException {
    DataSet dataSet =
        new DataSetParser(cursor, problems, limits, syntax).parse(source.size(), syntax.encoding());
    return new DicomFile(
        source.origin(), preamble, meta, dataSet, syntax, problems.list(), Optional.empty());
  }

  private DicomFile deflated(byte[] preamble, DataSet meta, TransferSyntax syntax)
      throws IOException, DicomException {
    long start = cursor.position();
    BulkData bytes = source.bulk(start, source.size() - start);
    Inflated inflated = Inflated.of(bytes, limits, name());
    if (inflated.isDamaged()) {
      problems.add(start, Problem.Code.DAMAGED_DEFLATE, "problem.damaged.deflate", inflated.size());
    } else if (inflated.unused() > 1) {
      problems.add(
          source.size() - inflated.unused(),
          Problem.Code.TRAILING_BYTES,
          "problem.trailing.bytes",
          inflated.unused());
    }
    var inside = new ByteCursor(inflated, 0);
    Encoding encoding = new EncodingProbe(inside).first().orElse(syntax.encoding());
    DataSet dataSet =
        new DataSetParser(inside, problems, limits, syntax).parse(inflated.size(), encoding);
    return new DicomFile(
        source.origin(),
        preamble,
        meta,
        dataSet,
        new TransferSyntax(syntax.uid(), encoding, syntax.encapsulated(), true),
        problems.list(),
        Optional.of(new DicomFile.Deflated(bytes, dataSet)));
  }
}
