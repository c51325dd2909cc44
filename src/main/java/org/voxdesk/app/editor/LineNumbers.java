package org.voxdesk.app.editor;

import javafx.collections.ObservableListBase;

/// The numbers of lines, 0 to `count` - 1, without a list of them in memory.
final class LineNumbers extends ObservableListBase<Integer> {
  private final int count;

  LineNumbers(int count) {
    this.count = count;
  }

  @Override
  public Integer get(int index) {
    return index;
  }

  @Override
  public int size() {
    return count;
  }
}
