package org.voxdesk.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Reads the XML of the LIDC-IDRI collection (namespace `http://www.nih.gov`), marks of places that
/// are no nodules passed over.
public final class LidcXml {
  private final List<LidcReading> readings = new ArrayList<>();
  private final Map<String, Integer> characteristics = new HashMap<>();
  private final List<LidcContour> contours = new ArrayList<>();
  private final List<LidcContour.Pixel> points = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String root = "";
  private String seriesUid = "";
  private String id = "";
  private String image = "";
  private boolean isInside = true;
  private boolean inNodule;
  private boolean inCharacteristics;
  private int reader = -1;
  private int column;

  private LidcXml() {}

  /// Reads a file.
  ///
  /// @throws ExplainedException naming the file, if it cannot be read or is no such report
  public static LidcReport read(Path file) throws ExplainedException {
    return find(file)
        .filter(report -> !report.seriesUid().isEmpty())
        .orElseThrow(() -> new ExplainedException(Sentence.of("annotation.no.series", file)));
  }

  /// Reads a file that may be something else: LIDC's own folders hold reports on plain X-rays, too.
  ///
  /// @return empty if it is well-formed and no report on a CT
  /// @throws ExplainedException naming the file, if it cannot be read or is damaged
  static Optional<LidcReport> find(Path file) throws ExplainedException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(file)) {
      var parser = new LidcXml();
      parser.parse(factory.createXMLStreamReader(in));
      return parser.root.equals("LidcReadMessage")
          ? Optional.of(new LidcReport(parser.seriesUid, parser.readings))
          : Optional.empty();
    } catch (IOException e) {
      throw new ExplainedException(Sentence.of("annotation.unreadable", file, e.getMessage()), e);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      throw new ExplainedException(Sentence.of("annotation.no.xml", file, line), e);
    } catch (NoInteger e) {
      throw new ExplainedException(Sentence.of("annotation.rating", file, e.text), e);
    }
  }

  private void parse(XMLStreamReader xml) throws XMLStreamException, NoInteger {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName(), text.toString().strip());
        default -> {}
      }
    }
  }

  private void start(String name) {
    text.setLength(0);
    if (root.isEmpty()) {
      root = name;
    }
    switch (name) {
      case "readingSession" -> reader++;
      case "unblindedReadNodule" -> {
        inNodule = true;
        characteristics.clear();
        contours.clear();
      }
      case "characteristics" -> inCharacteristics = true;
      case "roi" -> {
        points.clear();
        isInside = true;
        image = "";
      }
      default -> {}
    }
  }

  private void end(String name, String value) throws NoInteger {
    text.setLength(0);
    switch (name) {
      case "SeriesInstanceUid" -> seriesUid = value;
      case "noduleID" -> id = value;
      case "imageSOP_UID" -> image = value;
      case "inclusion" -> isInside = !value.equalsIgnoreCase("FALSE");
      case "xCoord" -> column = integer(value);
      case "yCoord" -> points.add(new LidcContour.Pixel(column, integer(value)));
      case "roi" -> {
        if (inNodule) {
          contours.add(new LidcContour(reader, image, isInside, points));
        }
      }
      case "characteristics" -> inCharacteristics = false;
      case "unblindedReadNodule" -> {
        inNodule = false;
        readings.add(new LidcReading(reader, id, characteristics, contours));
      }
      default -> {
        if (inCharacteristics && !value.isEmpty()) {
          characteristics.put(name, integer(value));
        }
      }
    }
  }

  private static int integer(String text) throws NoInteger {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new NoInteger(text, e);
    }
  }

  /// A coordinate or rating that is none.
  private static final class NoInteger extends Exception {
    private static final long serialVersionUID = 1L;

    private final String text;

    NoInteger(String text, NumberFormatException cause) {
      super(cause);
      this.text = text;
    }
  }
}
