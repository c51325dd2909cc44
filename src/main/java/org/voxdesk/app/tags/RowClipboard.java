package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditsTogether;
import org.voxdesk.edit.PrivateBlock;
import org.voxdesk.edit.PutElement;
import org.voxdesk.json.DicomJson;

/// Takes elements to the clipboard and from it. Used on the window's thread.
final class RowClipboard {
  /// Elements for other images of this program, in the DICOM JSON model.
  private static final DataFormat ELEMENTS = elements();

  private final Services services;
  private final TagsViewModel model;

  RowClipboard(Services services, TagsViewModel model) {
    this.services = services;
    this.model = model;
  }

  private static DataFormat elements() {
    String type = "application/dicom+json";
    DataFormat known = DataFormat.lookupMimeType(type);
    return known == null ? new DataFormat(type) : known;
  }

  /// Copies what is selected as lines of text, and as elements that can be pasted.
  void copy() {
    put(Clipping.text(model.selection(), model.text()));
  }

  /// Copies it as CSV.
  void copyCsv() {
    put(Clipping.csv(model.selection(), model.text()));
  }

  /// Copies it in the DICOM JSON model.
  void copyJson() {
    json().ifPresent(this::put);
  }

  private void put(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    json().ifPresent(json -> content.put(ELEMENTS, json));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Optional<String> json() {
    try {
      return Optional.of(Clipping.json(model.selection()));
    } catch (DicomException e) {
      services.notifications().error(services.reason(e.sentence()), Optional.empty());
      return Optional.empty();
    }
  }

  /// Whether there is something to paste.
  boolean isPossible() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    return clipboard.hasContent(ELEMENTS)
        || (clipboard.hasString() && clipboard.getString().stripLeading().startsWith("{"));
  }

  /// Puts the elements of the clipboard where the selected line is: into its item, else to the top.
  void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    String json =
        clipboard.hasContent(ELEMENTS)
            ? String.valueOf(clipboard.getContent(ELEMENTS))
            : clipboard.getString();
    paste(json);
  }

  /// Whether some image has another owner in the block that this creator alone would take.
  private boolean isOther(Tag tag, DataSet content, List<TagPath.Step> steps) {
    return PrivateBlock.isCreator(tag)
        && model.current().stream()
            .flatMap(image -> new TagPath(steps, tag).holder(image.dataSet()).stream())
            .anyMatch(
                holder -> holder.contains(tag) && !holder.text(tag).equals(content.text(tag)));
  }

  /// Puts the elements of `json` there; the creator of a block that another owner has is left out
  /// where nothing of its block comes with it.
  void paste(String json) {
    try {
      DataSet content = DicomJson.read(json);
      List<TagPath.Step> steps =
          model.selectedProperty().get().map(row -> row.key().path().steps()).orElse(List.of());
      List<Edit> edits = new ArrayList<>();
      for (DataElement element : content.elements()) {
        // Creators go with the elements that they own.
        if (!element.tag().equals(Tag.SPECIFIC_CHARACTER_SET)
            && !PrivateBlock.isOwning(element.tag(), content)
            && !isOther(element.tag(), content, steps)) {
          edits.add(new PutElement(new TagPath(steps, element.tag()), content));
        }
      }
      if (!edits.isEmpty()) {
        model.applyHere(new EditsTogether(edits), List.of(new TagPath(steps, Tag.ITEM)));
      }
    } catch (DicomException e) {
      services.notifications().error(services.reason(e.sentence()), Optional.empty());
    }
  }
}
