/** Answers as large buttons: a row of numbers with what its ends mean, or a list of choices. */
import { SCALES } from '../../src-shared/domain/opinionScores.ts';
import { type AskedQuestion, isScale, placesOf } from '../opinionForm/askedQuestions.ts';
import { useWords } from '../ui/wordsContext.tsx';
import styles from './answers.module.css';
import buttons from './buttons.module.css';

export interface AnswerButtonsProps {
  question: AskedQuestion;
  chosen: number | string | undefined;
  onChoose(place: number): void;
}

export function AnswerButtons({ question, chosen, onChoose }: AnswerButtonsProps) {
  const words = useWords();
  const { kind, choices } = question;
  const places = placesOf(question);
  if (!isScale(kind)) {
    return (
      <fieldset className={styles.list} data-long={places.length > 5} aria-labelledby="kiosk-question">
        {places.map((place) => (
          <button
            key={place}
            type="button"
            className={buttons.answer}
            aria-pressed={chosen === place}
            onClick={() => onChoose(place)}
          >
            {choices[place]}
          </button>
        ))}
      </fieldset>
    );
  }
  const low = words.t(`opinions.scaleLow.${kind}`);
  const high = words.t(`opinions.scaleHigh.${kind}`);
  const nameOf = (place: number): string =>
    place === SCALES[kind].low ? low : place === SCALES[kind].high ? high : String(place);
  return (
    <fieldset className={styles.scale} aria-labelledby="kiosk-question">
      <div className={styles.numbers} data-count={places.length}>
        {places.map((place) => (
          <button
            key={place}
            type="button"
            className={buttons.answer}
            aria-label={nameOf(place)}
            aria-pressed={chosen === place}
            onClick={() => onChoose(place)}
          >
            {place}
          </button>
        ))}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </fieldset>
  );
}
