package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What the find field asks for: words, all of which a line must have. `tag:`, `name:`, `value:`
/// and `vr:` look in one column (`keyword:` is `name:`), `is:` asks for a property, `/…/` is a
/// regular expression, quotes hold words together, a minus turns a word round. Letter case does not
/// matter.
///
/// @param terms what a line must have; none for an empty field
/// @param problem what is wrong with it, of a regular expression; empty where nothing is
record TagQuery(List<Term> terms, Optional<String> problem) {
  private static final Pattern TERM =
      Pattern.compile(
          "(-?)(?:(tag|name|keyword|value|vr|is):)?(?:\"([^\"]*)\"?|/((?:[^/\\\\]|\\\\.)+)/|(\\S+))");

  private static final Pattern PREFIX = Pattern.compile("[a-z]+:");

  TagQuery {
    terms = List.copyOf(terms);
  }

  /// Where a term looks.
  enum Where {
    ANYWHERE,
    TAG,
    NAME,
    VALUE,
    VR,
    IS
  }

  private static Where where(String prefix) {
    return prefix.equals("keyword") ? Where.NAME : Where.valueOf(prefix.toUpperCase(Locale.ROOT));
  }

  /// What was typed before a colon, or behind `is:`, that asks for nothing; to be told where
  /// nothing is found.
  Optional<String> unknown() {
    return terms.stream().flatMap(term -> unknown(term).stream()).findFirst();
  }

  private static Optional<String> unknown(Term term) {
    if (term.where() == Where.IS) {
      return property(term).isPresent() ? Optional.empty() : Optional.of("is:" + term.text());
    }
    Matcher prefix = PREFIX.matcher(term.text());
    return term.where() == Where.ANYWHERE && term.pattern().isEmpty() && prefix.lookingAt()
        ? Optional.of(prefix.group())
        : Optional.empty();
  }

  /// What can be asked by `is:`.
  enum Property {
    PRIVATE,
    EDITED,
    INVALID,
    MISSING,
    MIXED,
    EMPTY,
    RETIRED,
    UNKNOWN
  }

  /// One word of it.
  ///
  /// @param text in lower case
  /// @param pattern the regular expression, where it is one
  /// @param negated whether a line must not have it
  record Term(Where where, String text, Optional<Pattern> pattern, boolean negated) {}

  /// Tells the properties that a line does not know of itself.
  interface Facts {
    boolean has(TagRow row, Property property);
  }

  /// Reads what was typed.
  static TagQuery parse(String typed) {
    var terms = new ArrayList<Term>();
    Optional<String> problem = Optional.empty();
    Matcher matcher = TERM.matcher(typed.strip());
    while (matcher.find()) {
      try {
        terms.add(term(matcher));
      } catch (PatternSyntaxException e) {
        problem = Optional.of(e.getDescription());
      }
    }
    return new TagQuery(terms, problem);
  }

  private static Term term(Matcher matcher) {
    boolean negated = !matcher.group(1).isEmpty();
    Where where = matcher.group(2) == null ? Where.ANYWHERE : where(matcher.group(2));
    if (matcher.group(4) != null) {
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE;
      return new Term(where, "", Optional.of(Pattern.compile(matcher.group(4), flags)), negated);
    }
    String text = matcher.group(3) == null ? matcher.group(5) : matcher.group(3);
    return new Term(where, text.toLowerCase(Locale.ROOT), Optional.empty(), negated);
  }

  boolean isEmpty() {
    return terms.isEmpty();
  }

  /// What decides whether a line is meant.
  Predicate<TagRow> matcher(Facts facts) {
    return row -> terms.stream().allMatch(term -> matches(term, row, facts) != term.negated());
  }

  private static boolean matches(Term term, TagRow row, Facts facts) {
    return switch (term.where()) {
      case IS -> property(term).filter(p -> facts.has(row, p)).isPresent();
      case ANYWHERE -> has(term, row.searched());
      case TAG, NAME -> has(term, lower(row.names()));
      case VALUE -> has(term, lower(row.values()));
      case VR ->
          !(row instanceof MissingRow) && row.vr().toLowerCase(Locale.ROOT).equals(term.text());
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Optional<Property> property(Term term) {
    for (Property property : Property.values()) {
      if (!term.text().isEmpty() && lower(property.name()).startsWith(term.text())) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }

  private static boolean has(Term term, String text) {
    return term.pattern().isPresent()
        ? term.pattern().get().matcher(text).find()
        : text.contains(term.text());
  }
}
