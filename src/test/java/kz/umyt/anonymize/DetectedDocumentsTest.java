package kz.umyt.anonymize;

import static kz.umyt.anonymize.Rules.ANY_TEXT;
import static kz.umyt.anonymize.Rules.column;
import static kz.umyt.anonymize.Rules.detected;
import static kz.umyt.anonymize.Rules.replace;
import static kz.umyt.anonymize.Rules.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.umyt.anonymize.ColumnShape.Kind;
import kz.umyt.recognize.Finding;
import kz.umyt.settings.OperatorSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** Of a JSON or XML document only findings in values change, and it stays a document. */
class DetectedDocumentsTest {

  private static final OperatorSpec REDACT = new OperatorSpec.Redact();
  private static final OperatorSpec MASK = new OperatorSpec.Mask('*', 7, true);

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("{\"тел\": \"87011234567\"}", "{\"тел\": \"<PHONE_NUMBER>\"}"),
        Arguments.of(
            "{ \"a\" : [ 87011234567 , 1.50, true ] }",
            "{ \"a\" : [ \"<PHONE_NUMBER>\" , 1.50, true ] }"),
        Arguments.of("{\"87011234567\": null}", "{\"87011234567\": null}"),
        Arguments.of(
            "{\"a\": \"x\\u0020\\\"87011234567\\\"\\n\"}",
            "{\"a\": \"x\\u0020\\\"<PHONE_NUMBER>\\\"\\n\"}"),
        Arguments.of("{\"a\": \"\\u0038\\u0037\\u0030\\u0031\"}", "{\"a\": \"<PHONE_NUMBER>\"}"),
        Arguments.of(
            "{\"a\":[{\"b\":[]},{},\"777 и 888\"]}",
            "{\"a\":[{\"b\":[]},{},\"<PHONE_NUMBER> и <PHONE_NUMBER>\"]}"),
        Arguments.of("[-1.5e300, 1234]", "[\"-1.5e<PHONE_NUMBER>\", \"<PHONE_NUMBER>\"]"),
        Arguments.of("{\"a\": 87011234567, }", "{\"a\": <PHONE_NUMBER>, }"),
        Arguments.of("{\"a\": 0123}", "{\"a\": <PHONE_NUMBER>}"),
        Arguments.of("{a: \"777\"}", "{a: \"<PHONE_NUMBER>\"}"),
        Arguments.of(
            "<a b=\"777\">888</a>", "<a b=\"&#60;PHONE_NUMBER&#62;\">&#60;PHONE_NUMBER&#62;</a>"),
        Arguments.of("<n777 a777='x'><b777/></n777>", "<n777 a777='x'><b777/></n777>"),
        Arguments.of("<a>&#55;&#x37;7 &amp; x</a>", "<a>&#60;PHONE_NUMBER&#62; &amp; x</a>"),
        Arguments.of("<a>&e777;777</a>", "<a>&e777;&#60;PHONE_NUMBER&#62;</a>"),
        Arguments.of(
            "<a><![CDATA[<777>]]><!--777--></a>",
            "<a><![CDATA[<<PHONE_NUMBER>>]]><!--<PHONE_NUMBER>--></a>"),
        Arguments.of(
            "<?x 777?><!DOCTYPE a [<!ENTITY e \"777\">]><a>777</a>",
            "<?x 777?><!DOCTYPE a [<!ENTITY e \"777\">]><a>&#60;PHONE_NUMBER&#62;</a>"),
        Arguments.of("<a>777", "<a><PHONE_NUMBER>"),
        Arguments.of("<a>777 & 8</a>", "<a><PHONE_NUMBER> & 8</a>"),
        Arguments.of("<a></b>777<c/>", "<a></b><PHONE_NUMBER><c/>"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void changesValuesOnly(String value, String changed) {
    assertThat(apply(replace(), ANY_TEXT, value)).isEqualTo(changed);
  }

  @Test
  void makesAStringOfANumberOnlyWhereItHasTo() {
    assertThat(apply(REDACT, ANY_TEXT, "[87011234567]")).isEqualTo("[\"\"]");
    assertThat(apply(MASK, ANY_TEXT, "[87011234567]")).isEqualTo("[\"8701*******\"]");
    assertThat(apply(replace("0"), ANY_TEXT, "[87011234567]")).isEqualTo("[0]");
    assertThat(apply(replace("00"), ANY_TEXT, "[87011234567]")).isEqualTo("[\"00\"]");
    assertThat(apply(replace("a\"\\\n"), ANY_TEXT, "[\"777\"]"))
        .isEqualTo("[\"a\\\"\\\\\\u000a\"]");
  }

  @Test
  void neverOutgrowsAColumn() {
    assertThat(apply(replace(), text(17), "[87011234567, 77]")).isEqualTo("[\"\", 77]");
    assertThat(apply(replace(), text(5), "[777]")).isEqualTo("[\"\"]");
    assertThat(apply(replace(), text(10), "<a>777</a>")).isEqualTo("<a></a>");
    assertThat(apply(replace("<"), text(10), "<a>777</a>")).isEqualTo("<a></a>");
  }

  @Test
  void takesAValueAloneWhereTheColumnHoldsDocumentsOnly() {
    assertThat(apply(replace(), column(Kind.JSON), "87011234567")).isEqualTo("\"<PHONE_NUMBER>\"");
    assertThat(apply(REDACT, column(Kind.JSON), "\"a 777\"")).isEqualTo("\"a \"");
    assertThat(apply(replace(), ANY_TEXT, "87011234567")).isEqualTo("<PHONE_NUMBER>");
    assertThat(apply(replace(), column(Kind.XML), "777 <b/>777"))
        .isEqualTo("&#60;PHONE_NUMBER&#62; <b/>&#60;PHONE_NUMBER&#62;");
  }

  @Test
  void givesToEachValueItsPartOfAFindingThatGoesOverSeveral() {
    TextFinder all = text -> List.of(new Finding("PERSON", 0, text.length(), 1, false, "all"));
    Operators own = Rules.operators(1, all);
    String value = "{\"a\": \"Айгүл\", \"b\": [\"\", 5, false]}";
    assertThat(own.create(detected(REDACT), ANY_TEXT).apply(value))
        .isEqualTo("{\"a\": \"\", \"b\": [\"\", \"\", false]}");
    assertThat(own.create(detected(REDACT), ANY_TEXT).apply("<a b=' '><c>Айгүл</c>\n</a>"))
        .isEqualTo("<a b=''><c></c></a>");
  }

  @Test
  void readsDocumentsNestedHoweverDeep() {
    String json = "[".repeat(100_000) + "777" + "]".repeat(100_000);
    String xml = "<a>".repeat(100_000) + "777" + "</a>".repeat(100_000);
    assertThat(apply(REDACT, ANY_TEXT, json)).isEqualTo(json.replace("777", "\"\""));
    assertThat(apply(REDACT, ANY_TEXT, xml)).isEqualTo(xml.replace("777", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "\\", "\u0001", "]]>", "--", "<&>", "'", "&amp;", "\ufffe", "<!--"})
  void staysADocumentWhateverIsWritten(String written) throws Exception {
    String json = "{\"a\": [\"x777y\", 777]}";
    String xml = "<a b=\"777\" c='777'>777<![CDATA[777]]><!--777--></a>";
    Object inJson = apply(replace("x" + written), ANY_TEXT, json);
    Object inXml = apply(replace("x" + written), ANY_TEXT, xml);

    assertThat(JsonMapper.shared().readTree(String.valueOf(inJson)).get("a").get(1).asString())
        .isEqualTo("x" + written);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(String.valueOf(inXml))));
    assertThat(inXml.toString()).doesNotContain("777");
  }

  @Test
  void readsWhatHidesBehindEscapes() {
    assertThat(ReadableText.of("{\"a\":\"\\u0410йгүл\"}").text()).isEqualTo("{\"a\":\"Айгүл\"}");
    assertThat(ReadableText.of("<a>&#1040;йгүл</a>").text()).isEqualTo("<a>Айгүл</a>");
    assertThat(ReadableText.of("\\u0410").text()).isEqualTo("\\u0410");
  }

  private static Object apply(OperatorSpec spec, ColumnShape shape, String value) {
    return String.valueOf(Rules.operators(1).create(detected(spec), shape).apply(value));
  }
}
