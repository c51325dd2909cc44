package org.voxdesk.dicom;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The attributes that common modules of PS3.3 demand (PS3.5 7.4: type 1 must be there with a
/// value, type 2 must be there), where the data set itself decides whether they apply.
public final class ModuleAttributes {
  private static final List<Demand> DEMANDS =
      DictionaryTable.rows("modules.tsv").stream().map(Demand::of).toList();

  private static final Tag SHARED_FUNCTIONAL_GROUPS = new Tag(0x52009229);

  private ModuleAttributes() {}

  /// What is wrong with an attribute.
  public enum What {
    /// It is not there.
    MISSING,
    /// It is there without a value, which its type forbids.
    EMPTY
  }

  /// An attribute that a module demands and a data set lacks.
  ///
  /// @param module the name of the module, such as `General Study`
  /// @param type 1, 1C, 2 or 2C
  public record Missing(Tag tag, String module, String type, What what) {}

  /// One row of the table.
  private record Demand(Tag tag, Module module, String type, Optional<ModuleCondition> condition) {
    static Demand of(String[] row) {
      return new Demand(
          new Tag(Integer.parseUnsignedInt(row[1], 16)),
          Objects.requireNonNull(Module.NAMED.get(row[0]), row[0]),
          row[2],
          row[3].isEmpty() ? Optional.empty() : Optional.of(ModuleCondition.of(row[3])));
    }

    Optional<Missing> missing(DataSet dataSet) {
      if (condition.filter(c -> !c.holds(dataSet)).isPresent()) {
        return Optional.empty();
      }
      Optional<DataElement> element = dataSet.get(tag);
      boolean lacksValue = type.startsWith("1") && element.filter(e -> isEmpty(e)).isPresent();
      return element.isPresent() && !lacksValue
          ? Optional.empty()
          : Optional.of(
              new Missing(tag, module.text, type, lacksValue ? What.EMPTY : What.MISSING));
    }

    private static boolean isEmpty(DataElement element) {
      return switch (element.value()) {
        case Value.Items(List<Value.Item> items) -> items.isEmpty();
        case Value.Fragments(List<Value.Fragment> fragments) -> fragments.isEmpty();
        case Value.Bytes(byte[] bytes) ->
            element.vr().isText() ? isBlank(bytes) : bytes.length == 0;
        case Value.Bulk(BulkData data) -> data.length() == 0;
      };
    }

    private static boolean isBlank(byte[] bytes) {
      for (byte b : bytes) {
        if (b != ' ' && b != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private enum Module {
    PATIENT("Patient"),
    PATIENT_STUDY("Patient Study"),
    GENERAL_STUDY("General Study"),
    GENERAL_SERIES("General Series"),
    FRAME_OF_REFERENCE("Frame of Reference"),
    GENERAL_EQUIPMENT("General Equipment"),
    GENERAL_IMAGE("General Image"),
    IMAGE_PLANE("Image Plane"),
    IMAGE_PIXEL("Image Pixel"),
    CT_IMAGE("CT Image"),
    MR_IMAGE("MR Image"),
    VOI_LUT("VOI LUT"),
    SOP_COMMON("SOP Common");

    private static final Map<String, Module> NAMED = new HashMap<>();

    static {
      for (Module module : values()) {
        NAMED.put(module.text, module);
      }
    }

    private final String text;

    Module(String text) {
      this.text = text;
    }
  }

  /// What a data set lacks, each attribute once, in the order of the modules. A data set without a
  /// patient, such as a directory, lacks nothing.
  public static List<Missing> of(DataSet dataSet) {
    Set<Module> modules = modules(dataSet);
    var missing = new ArrayList<Missing>();
    for (Demand demand : DEMANDS) {
      if (modules.contains(demand.module())
          && missing.stream().noneMatch(m -> m.tag().equals(demand.tag()))) {
        demand.missing(dataSet).ifPresent(missing::add);
      }
    }
    return List.copyOf(missing);
  }

  /// The modules of the table that are in the IOD of the SOP class (PS3.3 Annex A).
  private static Set<Module> modules(DataSet dataSet) {
    if (!SopClass.hasPatient(dataSet)) {
      return Set.of();
    }
    var modules =
        EnumSet.of(
            Module.PATIENT,
            Module.PATIENT_STUDY,
            Module.GENERAL_STUDY,
            Module.GENERAL_SERIES,
            Module.SOP_COMMON);
    add(modules, Module.GENERAL_EQUIPMENT, !SopClass.isSecondaryCapture(dataSet));
    boolean slice = SopClass.isSlice(dataSet);
    add(modules, Module.FRAME_OF_REFERENCE, slice || dataSet.contains(Tag.FRAME_OF_REFERENCE_UID));
    add(modules, Module.IMAGE_PLANE, slice);
    boolean image = SopClass.isImage(dataSet);
    add(modules, Module.IMAGE_PIXEL, image);
    add(modules, Module.VOI_LUT, image);
    // Images of several frames have a module of their own instead.
    add(modules, Module.GENERAL_IMAGE, image && !dataSet.contains(SHARED_FUNCTIONAL_GROUPS));
    add(modules, Module.CT_IMAGE, SopClass.isCt(dataSet));
    add(modules, Module.MR_IMAGE, SopClass.isMr(dataSet));
    return modules;
  }

  private static void add(Set<Module> modules, Module module, boolean applies) {
    if (applies) {
      modules.add(module);
    }
  }
}
