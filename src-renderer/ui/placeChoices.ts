/** Currencies and time zones to choose from, by name: at the first start and in the settings. Pure. */

/** The ones asked for most, then all the others by name. */
const FIRST_CURRENCIES = ['PLN', 'RON', 'EUR', 'GBP', 'USD', 'CHF', 'CZK', 'HUF', 'MDL', 'UAH'];

export const currencyChoices = (locale: string) => {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  const others = Intl.supportedValuesOf('currency').filter((code) => !FIRST_CURRENCIES.includes(code));
  return [...FIRST_CURRENCIES, ...others].map((value) => ({ value, label: `${value}, ${names.of(value)}` }));
};

/** The system's own zone is always among them, even under a name that the list does not carry. */
export const timeZoneChoices = (own: string) => {
  const known = Intl.supportedValuesOf('timeZone');
  return (known.includes(own) ? known : [own, ...known]).map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }));
};
