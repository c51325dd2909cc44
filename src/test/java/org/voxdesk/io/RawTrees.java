package org.voxdesk.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.voxdesk.io.Raw.Item;
import org.voxdesk.io.Raw.Leaf;
import org.voxdesk.io.Raw.Node;
import org.voxdesk.io.Raw.Sequence;

/// Random data sets for tests, and changes of them that do not know how the program makes them.
final class RawTrees {
  private static final int DEEPEST = 5;

  /// Sequences that the dictionary knows, so that implicit files can have them at a stated length.
  private static final List<Integer> SEQUENCES =
      List.of(0x00081115, 0x00081140, 0x00101002, 0x00400275, 0x00409096);

  private static final int PRIVATE_SEQUENCE = 0x00311020;

  private static final List<String> TEXT_VRS = List.of("LO", "PN", "DS", "IS", "UT", "ST", "CS");
  private static final List<Integer> TEXTS =
      List.of(0x00080070, 0x00100010, 0x00180050, 0x00200013, 0x0040A160, 0x00324000, 0x00080060);

  private final SplittableRandom random;

  RawTrees(SplittableRandom random) {
    this.random = random;
  }

  /// Where a leaf is: item numbers and sequences from the top to it.
  record Place(List<Integer> sequences, List<Integer> items, int tag) {}

  /// A data set with texts, odd lengths, a private block, and sequences down to five levels.
  List<Node> tree() {
    return nodes(0);
  }

  private List<Node> nodes(int depth) {
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < TEXTS.size(); i++) {
      if (random.nextBoolean()) {
        nodes.add(new Leaf(TEXTS.get(i), TEXT_VRS.get(i), randomText()));
      }
    }
    if (random.nextBoolean()) {
      nodes.add(Raw.text(0x00310010, "LO", "VOXDESK TEST"));
      nodes.add(new Leaf(0x00311010, "UN", randomText()));
      if (depth < DEEPEST) {
        nodes.add(new Sequence(PRIVATE_SEQUENCE, true, items(depth)));
      }
    }
    for (int tag : SEQUENCES) {
      if (depth < DEEPEST && random.nextInt(3 + depth) == 0) {
        nodes.add(new Sequence(tag, random.nextBoolean(), items(depth)));
      }
    }
    nodes.sort((a, b) -> Integer.compareUnsigned(tag(a), tag(b)));
    return nodes;
  }

  private List<Item> items(int depth) {
    var items = new ArrayList<Item>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      boolean empty = random.nextInt(5) == 0;
      items.add(new Item(random.nextBoolean(), empty ? List.of() : nodes(depth + 1)));
    }
    return items;
  }

  private byte[] randomText() {
    var text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  static int tag(Node node) {
    return switch (node) {
      case Leaf leaf -> leaf.tag();
      case Sequence sequence -> sequence.tag();
    };
  }

  /// Every leaf of a data set, sequences followed.
  static List<Place> leaves(List<Node> nodes) {
    var places = new ArrayList<Place>();
    collect(nodes, new Place(List.of(), List.of(), 0), places);
    return places;
  }

  private static void collect(List<Node> nodes, Place above, List<Place> places) {
    for (Node node : nodes) {
      switch (node) {
        case Leaf leaf -> places.add(new Place(above.sequences(), above.items(), leaf.tag()));
        case Sequence sequence -> {
          for (int i = 0; i < sequence.items().size(); i++) {
            var inside =
                new Place(
                    plus(above.sequences(), sequence.tag()), plus(above.items(), i), above.tag());
            collect(sequence.items().get(i).nodes(), inside, places);
          }
        }
      }
    }
  }

  private static List<Integer> plus(List<Integer> list, int last) {
    var longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /// The same data set, in which `node` is at its place among the nodes around `place`, instead of
  /// what has the tag there.
  static List<Node> with(List<Node> nodes, Place place, Node node) {
    return changed(nodes, place, 0, List.of(node));
  }

  /// The same data set without the leaf at `place`.
  static List<Node> without(List<Node> nodes, Place place) {
    return changed(nodes, place, 0, List.of());
  }

  private static List<Node> changed(List<Node> nodes, Place place, int depth, List<Node> put) {
    var result = new ArrayList<Node>();
    if (depth == place.sequences().size()) {
      var replaced = new TreeSet<Integer>(Integer::compareUnsigned);
      replaced.add(place.tag());
      put.forEach(node -> replaced.add(tag(node)));
      nodes.stream().filter(node -> !replaced.contains(tag(node))).forEach(result::add);
      result.addAll(put);
      result.sort((a, b) -> Integer.compareUnsigned(tag(a), tag(b)));
      return result;
    }
    for (Node node : nodes) {
      if (node instanceof Sequence sequence && sequence.tag() == place.sequences().get(depth)) {
        var items = new ArrayList<>(sequence.items());
        Item item = items.get(place.items().get(depth));
        items.set(
            place.items().get(depth),
            new Item(item.undefined(), changed(item.nodes(), place, depth + 1, put)));
        result.add(new Sequence(sequence.tag(), sequence.undefined(), items));
      } else {
        result.add(node);
      }
    }
    return result;
  }
}
