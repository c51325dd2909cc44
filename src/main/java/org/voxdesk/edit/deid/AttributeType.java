package org.voxdesk.edit.deid;

import java.util.HashMap;
import java.util.Map;
import org.voxdesk.dicom.DictionaryTable;
import org.voxdesk.dicom.Tag;

/// What an IOD demands of an attribute (PS3.5 7.4); conditions are taken to be fulfilled.
public enum AttributeType {
  /// A value.
  TYPE_1,
  /// To be there, if without a value.
  TYPE_2,
  /// Nothing.
  TYPE_3,
  UNKNOWN;

  private static final Map<String, Map<Tag, AttributeType>> BY_CLASS = read();

  /// The type at the top of a data set of this SOP class, as far as the packed table has it.
  public static AttributeType of(Tag tag, String sopClass) {
    return BY_CLASS.getOrDefault(sopClass, Map.of()).getOrDefault(tag, UNKNOWN);
  }

  private static Map<String, Map<Tag, AttributeType>> read() {
    var groups = new HashMap<String, Map<Tag, AttributeType>>();
    var classes = new HashMap<String, Map<Tag, AttributeType>>();
    for (String[] row : DictionaryTable.rows(AttributeType.class, "types.tsv")) {
      if (row[0].equals("class")) {
        var types = new HashMap<Tag, AttributeType>();
        groups.put(row[1], types);
        for (int i = 2; i < row.length; i++) {
          classes.put(row[i], types);
        }
      } else {
        Map<Tag, AttributeType> types = groups.getOrDefault(row[2], new HashMap<>());
        types.put(Tag.parse(row[1]).orElseThrow(), valueOf("TYPE_" + row[3]));
      }
    }
    return classes;
  }
}
