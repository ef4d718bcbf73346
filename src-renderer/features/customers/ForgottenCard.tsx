/** What an old link to somebody's card shows who asked to be forgotten. */
import { Link } from 'wouter';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PLACES } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './privacy.module.css';

export function ForgottenCard({ on, occasions }: { on: string; occasions: number }) {
  const words = useWords();
  const format = useFormat();
  return (
    <section className={styles.gone}>
      <PageTitle isStep>{words.t('privacy.gone')}</PageTitle>
      <Sentence text={words.t('privacy.gone.text', { on: format.date(on), count: occasions })} />
      <Sentence text={words.t('privacy.gone.again')} />
      <Link href={PLACES.customers} className={styles.back}>
        {words.t('privacy.gone.back')}
      </Link>
    </section>
  );
}
