import Negotiator from 'negotiator';

const GREETINGS = {
  en: 'Hello',
  de: 'Moin',
  fi: 'Hei',
  fr: 'Salut',
  is: 'Halló',
  nb: 'Hallo',
  sv: 'Hej',
};

/** A greeting in the language liked best of those there are, by the rules of Accept-Language. */
export function greeting(acceptLanguage) {
  const headers = { 'accept-language': acceptLanguage };
  return GREETINGS[new Negotiator({ headers }).language(Object.keys(GREETINGS)) ?? 'en'];
}
