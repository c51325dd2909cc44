package org.voxdesk.edit.deid;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the profile does with an attribute (PS3.15 Table E.1-1a). Those of several letters depend
/// on the attribute's type.
public enum ProfileAction {
  /// Replaced by a dummy value.
  D("D"),
  /// Emptied.
  Z("Z"),
  /// Removed.
  X("X"),
  /// Kept; the items of a sequence are looked into.
  K("K"),
  /// Cleaned of what identifies.
  C("C"),
  /// A UID replaced consistently.
  U("U"),
  Z_OR_D("Z/D"),
  X_OR_Z("X/Z"),
  X_OR_D("X/D"),
  X_OR_Z_OR_D("X/Z/D"),
  /// As [#X_OR_Z], or the UIDs in the items of the sequence replaced.
  X_OR_Z_OR_U("X/Z/U*");

  private static final Map<String, ProfileAction> BY_CODE = new HashMap<>();

  static {
    for (ProfileAction action : values()) {
      BY_CODE.put(action.code, action);
    }
  }

  private final String code;

  ProfileAction(String code) {
    this.code = code;
  }

  /// The action that the table writes so; empty for an empty cell.
  static Optional<ProfileAction> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /// The action of one letter for an attribute of this type: as much as possible goes, but what a
  /// type demands is there. Where the type is not known, it is taken to demand a value.
  public ProfileAction resolved(AttributeType type) {
    return switch (this) {
      case D, Z, X, K, C, U -> this;
      case Z_OR_D -> type == AttributeType.TYPE_2 || type == AttributeType.TYPE_3 ? Z : D;
      case X_OR_Z -> type == AttributeType.TYPE_3 ? X : Z;
      case X_OR_D -> type == AttributeType.TYPE_3 ? X : D;
      case X_OR_Z_OR_D ->
          switch (type) {
            case TYPE_1, UNKNOWN -> D;
            case TYPE_2 -> Z;
            case TYPE_3 -> X;
          };
      case X_OR_Z_OR_U ->
          switch (type) {
            case TYPE_1, UNKNOWN -> U;
            case TYPE_2 -> Z;
            case TYPE_3 -> X;
          };
    };
  }
}
