package org.voxdesk.app.tags;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// A line in the tree, whose lines below are made when it is first opened, and which is brought up
/// to date in place, so that selection, scrolling and open lines survive an edit.
final class TagItem extends TreeItem<TagRow> {
  private Optional<List<TagBranch>> kept;
  private boolean built;
  private boolean openedByFind;

  /// The invisible root.
  TagItem() {
    this.kept = Optional.of(List.of());
    this.built = true;
    setExpanded(true);
  }

  TagItem(TagBranch branch) {
    super(branch.row());
    this.kept = branch.kept();
    openWhatWasFound();
  }

  @Override
  public boolean isLeaf() {
    TagRow row = getValue();
    return row != null && row.isLeaf();
  }

  @Override
  public ObservableList<TreeItem<TagRow>> getChildren() {
    ObservableList<TreeItem<TagRow>> children = super.getChildren();
    if (!built) {
      built = true;
      children.setAll(below().stream().map(TagItem::new).toList());
    }
    return children;
  }

  private List<TagBranch> below() {
    return kept.orElseGet(() -> getValue().children().stream().map(TagBranch::whole).toList());
  }

  private void openWhatWasFound() {
    if (kept.isPresent()) {
      openedByFind |= !isExpanded();
      setExpanded(true);
    } else if (openedByFind) {
      openedByFind = false;
      setExpanded(false);
    }
  }

  /// Shows `branch`, which has the same key, instead.
  private void show(TagBranch branch) {
    if (!getValue().looksLike(branch.row())) {
      setValue(branch.row());
    }
    boolean all = kept.isEmpty() && branch.kept().isEmpty();
    kept = branch.kept();
    // Lines that were never opened are made from the new value when they are.
    if (built && !(all && !getValue().equals(branch.row()))) {
      showBelow(below());
    }
    openWhatWasFound();
  }

  /// Shows these lines below this one: what stands at both ends stays, the rest is put in place.
  void showBelow(List<TagBranch> branches) {
    ObservableList<TreeItem<TagRow>> children = getChildren();
    int shorter = Math.min(children.size(), branches.size());
    int from = 0;
    while (from < shorter && isSame(children.get(from), branches.get(from))) {
      from++;
    }
    int tail = 0;
    while (tail < shorter - from
        && isSame(
            children.get(children.size() - 1 - tail), branches.get(branches.size() - 1 - tail))) {
      tail++;
    }
    for (int i = 0; i < from; i++) {
      item(children.get(i)).show(branches.get(i));
    }
    for (int i = 1; i <= tail; i++) {
      item(children.get(children.size() - i)).show(branches.get(branches.size() - i));
    }
    int newEnd = branches.size() - tail;
    if (children.size() - tail > from) {
      children.remove(from, children.size() - tail);
    }
    if (newEnd > from) {
      children.addAll(from, branches.subList(from, newEnd).stream().map(TagItem::new).toList());
    }
  }

  private static boolean isSame(TreeItem<TagRow> item, TagBranch branch) {
    return item.getValue().key().equals(branch.row().key());
  }

  private static TagItem item(TreeItem<TagRow> item) {
    if (item instanceof TagItem tagItem) {
      return tagItem;
    }
    throw new IllegalStateException("The tag tree holds something else than its lines");
  }
}
