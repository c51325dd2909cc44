package org.voxdesk.annotation;

import java.io.StringWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the XML of the LIDC-IDRI collection: a reading session a reader, and in it the nodules
/// that the reader outlined.
final class LidcXmlWriter {
  private static final String NAMESPACE = "http://www.nih.gov";

  /// Characteristics in the order of LIDC's schema; others follow by name.
  private static final List<String> CHARACTERISTICS =
      List.of(
          "subtlety",
          "internalStructure",
          "calcification",
          "sphericity",
          "margin",
          "lobulation",
          "spiculation",
          "texture",
          "malignancy");

  private final XMLStreamWriter xml;
  private final ToDoubleFunction<String> heights;
  private int depth;

  private LidcXmlWriter(XMLStreamWriter xml, ToDoubleFunction<String> heights) {
    this.xml = xml;
    this.heights = heights;
  }

  /// @param heights z in millimetres of an image, by its SOP Instance UID; NaN where it is not
  ///   known
  static String write(LidcReport report, ToDoubleFunction<String> heights) {
    var text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new LidcXmlWriter(xml, heights).report(report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text can always be written to memory", e);
    }
    return text.toString();
  }

  private void report(LidcReport report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine();
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "LidcReadMessage");
    xml.writeDefaultNamespace(NAMESPACE);
    depth++;
    start("ResponseHeader");
    leaf("SeriesInstanceUid", report.seriesUid());
    end();
    int readers = report.readings().stream().mapToInt(r -> r.reader() + 1).max().orElse(0);
    // A session for readers who saw nothing, too: readers are told apart by their place.
    for (int reader = 0; reader < readers; reader++) {
      start("readingSession");
      for (LidcReading reading : report.readings()) {
        if (reading.reader() == reader) {
          nodule(reading);
        }
      }
      end();
    }
    end();
    newLine();
    xml.writeEndDocument();
  }

  private void nodule(LidcReading reading) throws XMLStreamException {
    start("unblindedReadNodule");
    leaf("noduleID", reading.id());
    if (!reading.characteristics().isEmpty()) {
      start("characteristics");
      var rest = new TreeMap<>(reading.characteristics());
      for (String name : CHARACTERISTICS) {
        Integer rating = rest.remove(name);
        if (rating != null) {
          leaf(name, Integer.toString(rating));
        }
      }
      for (var other : rest.entrySet()) {
        leaf(other.getKey(), Integer.toString(other.getValue()));
      }
      end();
    }
    for (LidcContour contour : reading.contours()) {
      roi(contour);
    }
    end();
  }

  private void roi(LidcContour contour) throws XMLStreamException {
    start("roi");
    double height = heights.applyAsDouble(contour.sopInstanceUid());
    if (!Double.isNaN(height)) {
      leaf("imageZposition", AnnotationCsv.number(height));
    }
    leaf("imageSOP_UID", contour.sopInstanceUid());
    leaf("inclusion", contour.isInside() ? "TRUE" : "FALSE");
    for (LidcContour.Pixel pixel : contour.points()) {
      start("edgeMap");
      leaf("xCoord", Integer.toString(pixel.i()));
      leaf("yCoord", Integer.toString(pixel.j()));
      end();
    }
    end();
  }

  private void start(String name) throws XMLStreamException {
    newLine();
    xml.writeStartElement(NAMESPACE, name);
    depth++;
  }

  private void end() throws XMLStreamException {
    depth--;
    newLine();
    xml.writeEndElement();
  }

  private void leaf(String name, String text) throws XMLStreamException {
    newLine();
    xml.writeStartElement(NAMESPACE, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
