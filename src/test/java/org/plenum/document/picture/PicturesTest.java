package org.plenum.document.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PicturesTest {
    private static final Caption CAPTION = new Caption("A picture of <things>", "Albino & Leffe, \"both\"");

    @Test
    void everyPictureSaysInWordsWhatItShows() throws Exception {
        for (var picture : List.of(
                new QuorumMeter(13, 19, 10, true, CAPTION).bar(),
                new QuorumMeter(13, 19, 10, true, CAPTION).ring(),
                chart(19).draw(),
                bars().draw("p"),
                new ReplayRuler(1, 1, List.of(), List.of(), CAPTION).draw())) {
            var root = parse(picture).getDocumentElement();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
            assertThat(root.getFirstChild().getTextContent()).isEqualTo("A picture of <things>");
            assertThat(root.getFirstChild().getNextSibling().getTextContent()).isEqualTo("Albino & Leffe, \"both\"");
            assertThat(picture).as("a content policy forbids inline styles").doesNotContain("style=");
        }
    }

    @Test
    void theBarHasOneCellPerSeatAndFillsThoseWhoAreThere() throws Exception {
        var bar = parse(new QuorumMeter(13, 19, 10, true, CAPTION).bar());
        assertThat(elements(bar, "rect")).hasSize(19);
        assertThat(elements(bar, "rect").stream()
                        .filter(cell -> cell.getAttribute("class").equals("enough")))
                .hasSize(13);
        assertThat(new QuorumMeter(9, 19, 10, false, CAPTION).bar()).contains("too-few");
    }

    @Test
    void aQuorumWithoutASingleNumberHasNoMark() {
        assertThat(new QuorumMeter(13, 19, null, true, CAPTION).bar()).doesNotContain("\"mark\"");
        assertThat(new QuorumMeter(13, 19, 10, true, CAPTION).bar()).contains("\"mark\"");
        assertThat(new QuorumMeter(0, 0, 25, null, CAPTION).ring()).doesNotContain("\"mark\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9, 10, 19, 30, 31, 60, 61, 120, 121, 700})
    void everySeatHasItsPlaceInsideThePictureAndNoTwoShareOne(int seats) throws Exception {
        var drawn = parse(chart(seats).draw());
        var box = drawn.getDocumentElement().getAttribute("viewBox").split(" ");
        var places = elements(drawn, "circle");
        assertThat(places).hasSize(seats);
        var middles = new ArrayList<String>();
        for (var place : places) {
            var x = Double.parseDouble(place.getAttribute("cx"));
            var y = Double.parseDouble(place.getAttribute("cy"));
            assertThat(x).isBetween(0.0, Double.parseDouble(box[2]));
            assertThat(y).isBetween(0.0, Double.parseDouble(box[3]));
            middles.add(x + " " + y);
        }
        assertThat(middles).doesNotHaveDuplicates();
    }

    @Test
    void seatsStandFromLeftToRightInTheOrderOfTheRoll() throws Exception {
        var places = elements(parse(chart(9).draw()), "circle");
        var xs = places.stream()
                .map(place -> Double.parseDouble(place.getAttribute("cx")))
                .toList();
        assertThat(xs).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 19, 30, 42})
    void namesStandWholeOnTwoLines(int seats) throws Exception {
        var places = IntStream.range(0, seats)
                .mapToObj(i -> new SeatChart.Place(Sign.FOR, "San Giovanni in Valdarno", "seat " + i))
                .toList();
        var drawn = parse(new SeatChart(places, CAPTION).draw());
        var bottom = Double.parseDouble(
                drawn.getDocumentElement().getAttribute("viewBox").split(" ")[3]);
        var lines = elements(drawn, "text");
        assertThat(lines).hasSize(2 * seats).allSatisfy(line -> {
            assertThat(line.getTextContent()).isIn("San Giovanni", "in Valdarno");
            assertThat(Double.parseDouble(line.getAttribute("y"))).isLessThan(bottom);
        });
    }

    @Test
    void nameTooLongForItsPlaceEndsInAnEllipsis() throws Exception {
        var places = IntStream.range(0, 30)
                .mapToObj(
                        i -> new SeatChart.Place(Sign.FOR, "Unione Montana dei Comuni della Valle di Scalve", "s" + i))
                .toList();
        var lines = elements(parse(new SeatChart(places, CAPTION).draw()), "text");
        assertThat(lines).allSatisfy(line -> assertThat(line.getTextContent()).endsWith("…"));
    }

    @ParameterizedTest
    @EnumSource(Sign.class)
    void noTwoSignsDifferByColourAlone(Sign sign) {
        for (var other : Sign.values()) {
            if (other != sign) {
                assertThat(shape(sign)).isNotEqualTo(shape(other));
            }
        }
    }

    @Test
    void aBarOfUncertainEndsIsHatchedByAPatternOfThisPicture() {
        var drawn = bars().draw("left");
        assertThat(drawn).contains("id=\"left-hatch\"").contains("fill=\"url(#left-hatch)\"");
    }

    @Test
    void anAxisWithoutLengthIsRefused() {
        assertThatThrownBy(() -> new AttendanceBars(5, 5, List.of(), List.of(), List.of(), CAPTION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReplayRuler(0, 0, List.of(), List.of(), CAPTION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRulerMarksWhereOneLooks() throws Exception {
        var ruler = parse(new ReplayRuler(101, 51, List.of(), List.of(), CAPTION).draw());
        assertThat(elements(ruler, "circle").getFirst().getAttribute("cx")).isEqualTo("500");
    }

    private static SeatChart chart(int seats) {
        return new SeatChart(
                IntStream.range(0, seats)
                        .mapToObj(i -> new SeatChart.Place(Sign.FOR, "s" + i, "seat " + i))
                        .toList(),
                CAPTION);
    }

    private static AttendanceBars bars() {
        return new AttendanceBars(
                0,
                10,
                List.of(new AttendanceBars.Row(
                        "Albino",
                        "Albino",
                        true,
                        List.of(
                                new AttendanceBars.Bar(1, 4, true, true, "a"),
                                new AttendanceBars.Bar(5, 11, false, false, "b")))),
                List.of(new AttendanceBars.Line(2, 3, "1", "vote", false)),
                List.of(new AttendanceBars.Tick(1, "17:51")),
                CAPTION);
    }

    private static String shape(Sign sign) {
        var svg = new Svg("sign", 10, 10, CAPTION);
        sign.draw(svg, 5, 5, 5);
        return svg.finish().replaceAll("#[0-9a-f]{6}", "").replaceAll("class=\"[^\"]*\"", "");
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document drawn, String name) {
        var list = drawn.getElementsByTagName(name);
        return IntStream.range(0, list.getLength())
                .mapToObj(i -> (Element) list.item(i))
                .toList();
    }
}
