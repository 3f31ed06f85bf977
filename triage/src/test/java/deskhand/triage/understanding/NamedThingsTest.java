package deskhand.triage.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskhand.triage.language.Countries;
import org.junit.jupiter.api.Test;

class NamedThingsTest {

  @Test
  void countriesByNameAdjectiveAbbreviationAndCity() {
    assertThat(Countries.in("do u ship to usa")).containsExactly("US");
    assertThat(Countries.in("Versand nach Österreich?")).containsExactly("AT");
    assertThat(Countries.in("a parcel to vienna and one to Zürich")).containsExactly("AT", "CH");
    assertThat(Countries.in("im in NL")).containsExactly("NL");
    assertThat(Countries.in("the UK, not Ireland")).containsExactly("GB", "IE");
    assertThat(Countries.in("I have a Dutch address")).containsExactly("NL");
    assertThat(Countries.in("livrez-vous en Belgique ou aux Pays-Bas ?"))
        .containsExactly("BE", "NL");
    assertThat(Countries.in("envíos a los Estados Unidos")).containsExactly("US");
    assertThat(Countries.in("spedite in Svizzera")).containsExactly("CH");
    assertThat(Countries.in("verzenden naar Duitsland")).containsExactly("DE");
    assertThat(Countries.in("I live in DE")).containsExactly("DE");
  }

  @Test
  void everydayWordsAreNoCountries() {
    assertThat(Countries.in("can you tell us if it is in the box? no, in de la")).isEmpty();
    assertThat(Countries.in("a china cup and a cork stopper")).isEmpty();
    assertThat(Countries.in("do you deliver to China")).containsExactly("CN");
  }

  @Test
  void postcodesInAnySpelling() {
    assertThat(Postcodes.in("1338kn")).contains("1338kn");
    assertThat(Postcodes.in("my postcode is 2012 EW")).contains("2012 EW");
    assertThat(Postcodes.in("8841, k@example.org, SW1A 1AA")).contains("SW1A 1AA");
    assertThat(Postcodes.in("20121 Milano")).contains("20121");
    assertThat(Postcodes.in("T12 KX41")).contains("T12 KX41");
    assertThat(Postcodes.in("K1A 0B1 / 00-950 / 1250-096 / 114 55"))
        .contains("K1A 0B1", "00-950", "1250-096", "114 55");
    assertThat(Postcodes.in("D-20121")).contains("D-20121");
    assertThat(Postcodes.in("post code 0 22 60 - today?")).contains("0 22 60");
    assertThat(Postcodes.in("no number here")).isEmpty();
  }
}
