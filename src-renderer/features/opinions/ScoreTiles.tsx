/** NPS, CSAT and CES of a period: value, of how many answers, and between which bounds the truth lies. */
import { SCORE_KINDS, type Score, type ScoreKind } from '../../../src-shared/domain/opinionScores.ts';
import type { Received } from '../../api/procedures.ts';
import { FEW } from '../../figures/figureOf.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './opinions.module.css';
import { scoreIntervalText, scoreText } from './scoreWords.ts';

export function ScoreTiles({ answer }: { answer: Received<'opinion.scores'> }) {
  const words = useWords();
  const format = useFormat();
  const { scores, visits, visitsAnswered } = answer;
  return (
    <>
      <div className={styles.tiles}>
        {SCORE_KINDS.map((kind) => (
          <Tile key={kind} kind={kind} score={scores[kind]} />
        ))}
      </div>
      {visits > 0 && visitsAnswered > 0 ? (
        <Sentence
          size="note"
          text={words.t('opinions.response', {
            count: visitsAnswered,
            visits,
            share: format.share(visitsAnswered / visits),
          })}
        />
      ) : null}
    </>
  );
}

function Tile({ kind, score }: { kind: ScoreKind; score: Score }) {
  const words = useWords();
  const format = useFormat();
  const { value, n } = score;
  return (
    <section className={styles.tile} aria-label={words.t(`opinions.score.${kind}`)}>
      <h3 className={styles.tileName}>{words.t(`opinions.score.${kind}`)}</h3>
      {value === null ? (
        <p className={styles.tileNote}>{words.t('opinions.noAnswers')}</p>
      ) : (
        <>
          <p className={styles.tileValue}>{scoreText(kind, value, format)}</p>
          <p className={styles.tileNote}>
            {scoreIntervalText(kind, score, words, format)} · {words.t('opinions.answers', { count: n })}
            {n < FEW ? <span className={styles.few}>{words.t('opinions.few')}</span> : null}
          </p>
        </>
      )}
      <p className={styles.tileMeans}>{words.t(`opinions.means.${kind}`)}</p>
    </section>
  );
}
