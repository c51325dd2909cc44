package org.voxdesk.app.editor;

import java.util.List;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// What an editor gives back.
public sealed interface NewValue {
  /// A value typed as text, several joined by backslashes.
  ///
  /// @param overridden true where VR or VM do not allow it and the user wants it all the same
  /// @param inUtf8 true where the text of the file must be re-encoded as ISO_IR 192 to hold it,
  ///   which the user has agreed to
  record Text(String value, boolean overridden, boolean inUtf8) implements NewValue {}

  /// A value as bytes, of even length, in the byte order of the element.
  ///
  /// @param value shared, not copied; whoever has it leaves it as it is
  /// @param also values of other elements that follow from it
  @SuppressWarnings("ArrayRecordComponent")
  record Bytes(byte[] value, List<Also> also) implements NewValue {
    public Bytes {
      also = List.copyOf(also);
    }
  }

  /// An element beside the edited one, in the same data set, that must be set together with it.
  record Also(Tag tag, Vr vr, String text) {}
}
