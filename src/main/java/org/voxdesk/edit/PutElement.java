package org.voxdesk.edit;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// Puts a whole element, taken from another data set or made of bytes, in place of the first one of
/// its tag, or adds it. A private element whose creator is in `content` goes to the block that this
/// owner has there, or to a free one that it gets.
///
/// @param path where it goes
/// @param content a data set that holds it, in any encoding and character set
public record PutElement(TagPath path, DataSet content) implements Edit {
  public PutElement {
    if (!content.contains(path.tag())) {
      throw new IllegalArgumentException("no " + path.tag());
    }
  }

  /// Puts an element of `vr` with these bytes, numbers among them in little endian.
  public static PutElement ofBytes(TagPath path, Vr vr, byte[] bytes) {
    return of(
        path,
        DataElement.of(path.tag(), vr, ByteOrder.LITTLE_ENDIAN, new Value.Bytes(bytes.clone())));
  }

  /// Puts an element of an explicit little endian data set, its text plain ASCII.
  public static PutElement of(TagPath path, DataElement element) {
    return new PutElement(
        path, DataSet.of(Encoding.EXPLICIT_LITTLE, List.of(element), new byte[0]));
  }

  @Override
  public DicomFile apply(DicomFile file) throws DicomException {
    ElementPlace.requireElement(path);
    if (path.steps().isEmpty()
        && (path.tag().equals(Tag.META_GROUP_LENGTH)
            || path.tag().equals(Tag.TRANSFER_SYNTAX_UID))) {
      throw new DicomException(path.tag(), Sentence.of("edit.no.element", path.tag()));
    }
    return ElementPlace.change(file, path, this::changed);
  }

  private DataSet changed(DataSet holder) throws DicomException {
    Optional<String> owner = content.privateCreator(path.tag());
    if (owner.isEmpty()) {
      return put(holder, path.tag(), path.tag());
    }
    Tag named = PrivateBlock.creator(path.tag());
    Optional<Tag> owned = PrivateBlock.of(owner.get(), holder, named);
    Tag block =
        owned
            .or(() -> PrivateBlock.free(holder, named))
            .orElseThrow(
                () -> new DicomException(path.tag(), Sentence.of("recipe.no.block", path)));
    DataSet ready = owned.isPresent() ? holder : put(holder, named, block);
    return put(ready, path.tag(), PrivateBlock.in(block, path.tag()));
  }

  /// Puts the element that `content` has at `from` at `to`.
  private DataSet put(DataSet holder, Tag from, Tag to) throws DicomException {
    DataSet alone =
        DataSet.of(content.encoding(), List.of(content.get(from).orElseThrow()), new byte[0])
            .inheriting(content.characterSet());
    DataElement element =
        alone.in(holder.encoding()).textIn(holder.characterSet()).get(from).orElseThrow();
    return holder.withValue(to, element.vr(), element.value());
  }

  @Override
  public Sentence label() {
    return Sentence.of("edit.put", path);
  }
}
