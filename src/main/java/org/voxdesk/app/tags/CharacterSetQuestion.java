package org.voxdesk.app.tags;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Question;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.DeclaredText;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.study.Instance;

/// Asks before another declaration of the character set makes text read differently.
///
/// @param services asks
record CharacterSetQuestion(Services services) {
  private static final int LINES = 6;

  /// What is to be done instead of `edit`, which may be itself; empty when the user changes their
  /// mind.
  ///
  /// @param images as they are now
  Optional<Edit> agreed(Edit edit, List<Instance> images) {
    for (Instance image : images) {
      List<Difference> texts = texts(edit, image);
      if (!texts.isEmpty()) {
        return ask(edit, texts, isReencodable(image));
      }
    }
    return Optional.of(edit);
  }

  private Optional<Edit> ask(Edit edit, List<Difference> texts, boolean reencodable) {
    String text = services.text("tags.declared", texts.size(), lines(texts));
    String anyway = services.text("tags.declared.anyway");
    String reencode = services.text("tags.declared.reencode");
    OptionalInt chosen =
        services
            .dialogs()
            .choose(
                new Question(
                    services.text("tags.utf8.title"),
                    reencodable ? text + "\n" + services.text("tags.declared.instead") : text,
                    reencodable ? List.of(anyway, reencode) : List.of(anyway)));
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(chosen.getAsInt() == 0 ? edit : new ReencodeText());
  }

  private static boolean isReencodable(Instance image) {
    try {
      new ReencodeText().apply(image.file());
      return true;
    } catch (DicomException unreadable) {
      return false;
    }
  }

  /// None where the edit is not allowed, which is said when it is made.
  private static List<Difference> texts(Edit edit, Instance image) {
    try {
      return DeclaredText.readDifferently(image.file(), edit.apply(image.file()));
    } catch (DicomException notAllowed) {
      return List.of();
    }
  }

  private String lines(List<Difference> texts) {
    return texts.stream()
        .limit(LINES)
        .map(
            text ->
                services.text(
                    "tags.declared.line",
                    text.path(),
                    text.before().map(Difference.Side::text).orElse(""),
                    text.after().map(Difference.Side::text).orElse("")))
        .collect(Collectors.joining("\n"));
  }
}
