package org.voxdesk.app.editor;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.BulkData;
import org.voxdesk.text.Sentence;

/// A value as bytes: looked at in lines, a few at a time, overwritten digit by digit where it is
/// small, exchanged as a whole with files.
final class BytesViewModel {
  /// Values up to this many bytes can be overwritten.
  static final int MOST_TYPED = 64 * 1024;

  private static final int DIGITS = 2;

  /// Bytes of earlier states that are kept for undoing.
  private static final long MOST_KEPT = 64L << 20;

  private final Services services;
  private final ElementToEdit element;
  private final LongProperty caret = new SimpleLongProperty();
  private final BooleanProperty numbers = new SimpleBooleanProperty();
  private final ReadOnlyLongWrapper drawn = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<BulkData> content;
  private final ReadOnlyObjectWrapper<Optional<NewValue>> value =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper overridable = new ReadOnlyBooleanWrapper();
  private List<NewValue.Also> also = List.of();
  private Optional<NewValue> taken = Optional.empty();
  private final Deque<State> past = new ArrayDeque<>();
  private final Deque<State> future = new ArrayDeque<>();
  private BytePages pages;

  /// What can be gone back to.
  private record State(
      BulkData content, List<NewValue.Also> also, Optional<NewValue> taken, long caret) {}

  BytesViewModel(Services services, ElementToEdit element) {
    this.services = services;
    this.element = element;
    BulkData data = element.bytes().orElseGet(() -> new MemoryBulk(new byte[0]));
    this.content = new ReadOnlyObjectWrapper<>(data);
    this.pages = pagesOf(data);
    numbers.addListener((property, was, is) -> forget());
  }

  private BytePages pagesOf(BulkData data) {
    return new BytePages(services, data, this::redraw, () -> fail("editor.bytes.unreadable"));
  }

  private void fail(String key) {
    problem.set(services.text(key));
  }

  ElementToEdit element() {
    return element;
  }

  /// The bytes as they are now.
  ReadOnlyObjectProperty<BulkData> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /// What the element is to become; empty while nothing has been changed.
  ReadOnlyObjectProperty<Optional<NewValue>> valueProperty() {
    return value.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Never: bytes have no rules but their length, which cannot be otherwise.
  ReadOnlyBooleanProperty overridableProperty() {
    return overridable.getReadOnlyProperty();
  }

  /// Whether lines show numbers instead of bytes.
  BooleanProperty numbersProperty() {
    return numbers;
  }

  /// The digit that the next one typed overwrites, counted from the first of the value.
  LongProperty caretProperty() {
    return caret;
  }

  /// Changes whenever lines have to be drawn again.
  ReadOnlyLongProperty drawnProperty() {
    return drawn.getReadOnlyProperty();
  }

  int lineCount() {
    long lines = (content.get().length() + HexLine.BYTES - 1) / HexLine.BYTES;
    return (int) Math.min(Integer.MAX_VALUE, lines);
  }

  /// A line of bytes; empty while it is being read.
  Optional<HexLine> line(int number) {
    return number < lineCount() ? pages.line((long) number * HexLine.BYTES) : Optional.empty();
  }

  /// Whether bytes or numbers can be overwritten.
  boolean isEditable() {
    return content.get().length() <= MOST_TYPED && content.get() instanceof MemoryBulk;
  }

  /// Whether digits can be typed over the bytes.
  boolean isTypable() {
    return isEditable() && !numbers.get();
  }

  /// How bytes are numbers.
  BinaryNumber kind() {
    return new BinaryNumber(element.vr(), element.order());
  }

  /// How many numbers there are.
  int numberCount() {
    return (int) Math.min(Integer.MAX_VALUE, content.get().length() / kind().unit());
  }

  /// The number that the caret is on, counted from 0.
  int number() {
    return (int) (caret.get() / DIGITS / kind().unit());
  }

  /// Moves the caret to a number, as far as there are any.
  void goToNumber(long number) {
    long wanted = Math.clamp(number, 0, Math.max(0, numberCount() - 1));
    moveCaret(wanted * kind().unit() * DIGITS - caret.get());
  }

  /// The number that the caret is on; empty where it cannot be overwritten.
  String numberText() {
    int unit = kind().unit();
    return isEditable()
            && number() < numberCount()
            && content.get() instanceof MemoryBulk(byte[] now)
        ? kind().next(ByteBuffer.wrap(now, number() * unit, unit))
        : "";
  }

  /// Tells what is being typed over the number that the caret is on: it counts if the value is
  /// taken now, and no value can be taken while it is none that fits, which is said.
  ///
  /// @return false if it is none that fits
  boolean typeNumber(String text) {
    if (text.strip().equals(numberText())) {
      forget();
      return true;
    }
    Optional<byte[]> with = withNumber(text.strip());
    problem.set(with.isPresent() ? "" : kind().wanted(services));
    value.set(with.map(bytes -> new NewValue.Bytes(bytes, also)));
    return with.isPresent();
  }

  /// Overwrites the number that the caret is on.
  ///
  /// @return false if nothing can be overwritten, or `text` is none that fits, which is said
  boolean setNumber(String text) {
    if (numberText().isEmpty() || !typeNumber(text)) {
      return false;
    }
    if (!text.strip().equals(numberText())) {
      withNumber(text.strip()).ifPresent(bytes -> set(bytes, also));
    }
    return true;
  }

  private Optional<byte[]> withNumber(String text) {
    int at = number() * kind().unit();
    return content.get() instanceof MemoryBulk(byte[] now) && !numberText().isEmpty()
        ? kind()
            .bytes(text)
            .map(
                number -> {
                  byte[] changed = now.clone();
                  System.arraycopy(number, 0, changed, at, number.length);
                  return changed;
                })
        : Optional.empty();
  }

  /// What was being typed no longer counts.
  private void forget() {
    problem.set("");
    value.set(taken);
  }

  /// Moves the place where digits are typed, as far as there are bytes.
  void moveCaret(long digits) {
    long last = Math.max(0, content.get().length() * DIGITS - 1);
    caret.set(Math.clamp(caret.get() + digits, 0, last));
    if (numbers.get()) {
      forget();
    }
    redraw();
  }

  /// Overwrites the digit at the caret and goes on to the next.
  ///
  /// @return false if nothing can be typed here
  boolean type(int digit) {
    int at = (int) (caret.get() / DIGITS);
    if (!isTypable() || !(content.get() instanceof MemoryBulk(byte[] now)) || at >= now.length) {
      return false;
    }
    byte[] changed = now.clone();
    changed[at] =
        (byte)
            (caret.get() % DIGITS == 0
                ? (changed[at] & 0x0F) | (digit << 4)
                : (changed[at] & 0xF0) | digit);
    set(changed, also);
    moveCaret(1);
    return true;
  }

  /// Takes other bytes for the value; an odd number of them is padded.
  ///
  /// @param beside values of other elements that follow from it
  void replace(byte[] bytes, List<NewValue.Also> beside) {
    int unit = element.vr().unit();
    if (unit > 1 && bytes.length % unit != 0) {
      problem.set(services.reason(Sentence.of("vr.unit", unit)));
      return;
    }
    byte[] even = bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
    if (even.length > bytes.length) {
      even[bytes.length] = element.vr().padding();
    }
    set(even, beside);
    caret.set(0);
    redraw();
  }

  private void set(byte[] bytes, List<NewValue.Also> beside) {
    past.push(now());
    future.clear();
    while (past.size() > 1 && past.size() * content.get().length() > MOST_KEPT) {
      past.removeLast();
    }
    Optional<NewValue> changed = Optional.of(new NewValue.Bytes(bytes, beside));
    show(new State(new MemoryBulk(bytes), beside, changed, caret.get()));
  }

  private State now() {
    return new State(content.get(), also, taken, caret.get());
  }

  private void show(State state) {
    also = state.also();
    pages = pagesOf(state.content());
    content.set(state.content());
    taken = state.taken();
    forget();
    caret.set(state.caret());
    redraw();
  }

  /// Takes back the last thing that was typed or imported.
  ///
  /// @return false if there is nothing
  boolean undo() {
    return go(past, future);
  }

  /// Does again what was taken back last.
  ///
  /// @return false if there is nothing
  boolean redo() {
    return go(future, past);
  }

  private boolean go(Deque<State> from, Deque<State> to) {
    if (from.isEmpty()) {
      return false;
    }
    to.push(now());
    show(from.pop());
    return true;
  }

  private void redraw() {
    drawn.set(drawn.get() + 1);
  }
}
