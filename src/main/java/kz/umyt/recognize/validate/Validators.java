package kz.umyt.recognize.validate;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import kz.umyt.settings.Located;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.SettingsException;

/** The built-in validators by the names that recognizer files use. */
public final class Validators {

  private final Map<String, Validator> byName;

  /**
   * All validators.
   *
   * @param today the day after which no date inside an identifier can lie
   */
  public Validators(LocalDate today) {
    Places places = new Places();
    AddressParts addressParts = new AddressParts(places);
    this.byName =
        Map.ofEntries(
            Map.entry("kz-iin", new KzIinValidator(today)),
            Map.entry("kz-bin", new KzBinValidator(today)),
            Map.entry("kz-id-card", new IdCardValidator()),
            Map.entry("kz-machine-line", new MachineLineValidator()),
            Map.entry("card", new CardValidator()),
            Map.entry("card-track", new CardTrackValidator()),
            Map.entry("card-code", new CardCodeValidator()),
            Map.entry("card-expiry", new CardExpiryValidator(today)),
            Map.entry("code-beside-card", new BesideCardValidator(new CardCodeValidator(), 4, 6)),
            Map.entry(
                "expiry-beside-card", new BesideCardValidator(new CardExpiryValidator(today), 0)),
            Map.entry("bic", new BicValidator()),
            Map.entry("luhn", new LuhnValidator()),
            Map.entry("iban", new IbanValidator()),
            Map.entry("phone", new PhoneValidator(new NumberPlan())),
            Map.entry("local-phone", new LocalPhoneValidator()),
            Map.entry("national-phone", new NationalPhoneValidator()),
            Map.entry("email", new EmailValidator()),
            Map.entry("ipv4", new Ipv4Validator()),
            Map.entry("ipv6", new Ipv6Validator()),
            Map.entry("mac", new MacValidator()),
            Map.entry("device-info", new DeviceInfoValidator()),
            Map.entry("device-token", new TokenValidator(8)),
            Map.entry("session", new TokenValidator(10)),
            Map.entry("cookie", new CookieValidator()),
            Map.entry("coordinates", new CoordinatesValidator()),
            Map.entry("degrees", new DegreesValidator()),
            Map.entry("login", new LoginValidator()),
            Map.entry("password", new PasswordValidator()),
            Map.entry("user-agent", new UserAgentValidator()),
            Map.entry("url", new UrlValidator()),
            Map.entry("access-time", new AccessTimeValidator(today)),
            Map.entry("person", new PersonValidator()),
            Map.entry("sender", new SenderValidator()),
            Map.entry("labelled-name", new LabelledNameValidator()),
            Map.entry("name-in-cells", new CellNameValidator()),
            Map.entry("foreign-name", new ForeignNameValidator()),
            Map.entry("birth-date", new BirthDateValidator(today)),
            Map.entry("choice", new ChoiceValidator()),
            Map.entry("citizen", new CitizenValidator()),
            Map.entry("city", new CityValidator(places)),
            Map.entry("town", new TownValidator()),
            Map.entry("address", new AddressValidator(addressParts)),
            Map.entry("postal-address", new PostalAddressValidator(addressParts, places)),
            Map.entry("address-text", new AddressTextValidator(addressParts, places)),
            Map.entry("organization", new OrganizationValidator()));
  }

  Set<String> names() {
    return byName.keySet();
  }

  /**
   * The validator of a name.
   *
   * @throws SettingsException if there is none
   */
  public Validator named(Located<String> name) {
    Validator validator = byName.get(name.value());
    if (validator == null) {
      throw new SettingsException(
          name.at(),
          "unknown validator '" + name + "'" + NearestName.hint(name.value(), byName.keySet()));
    }
    return validator;
  }
}
