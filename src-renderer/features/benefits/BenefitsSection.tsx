/** Reasons to stay, in the settings: what the shop gives, what is usual in its trade, whose membership ends. */
import { useState } from 'react';
import type { NewPlan, Plan } from '../../../src-shared/contract/benefitContract.ts';
import { BENEFIT_KINDS, type BenefitKind } from '../../../src-shared/domain/closedLists.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { kindName, rulesText } from '../../benefits/benefitTexts.ts';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { EndingList } from './EndingList.tsx';
import { PlanForm } from './PlanForm.tsx';
import styles from './plans.module.css';

type Open = { readonly kind: BenefitKind; readonly plan: Plan | null } | null;

export function BenefitsSection() {
  const words = useWords();
  const format = useFormat();
  const { currency } = useOpenShop().shop;
  const list = useAnswer('benefitPlan.list', {});
  const usual = useAnswer('benefitPlan.usual', {});
  const offerings = useAnswer('offering.list', {});
  const [open, setOpen] = useState<Open>(null);
  const [showsArchived, setShowsArchived] = useState(false);
  const error = list.error ?? usual.error ?? offerings.error;
  if (error) return <ErrorNote error={error} />;
  if (!list.data || !usual.data || !offerings.data) return null;
  const { plans } = list.data;
  const archived = plans.filter(({ isArchived }) => isArchived);
  const nameOf = new Map(offerings.data.offerings.map(({ offeringId, name }) => [offeringId, name]));
  const writing = { words, format, currency };
  return (
    <>
      <Sentence text={words.t('benefits.text')} size="note" />
      {plans.length === 0 && open === null ? (
        <div className={styles.empty}>
          <p className={styles.emptyTitle}>{words.t('benefits.empty.title')}</p>
          <Sentence text={words.t('benefits.empty.text')} size="note" />
        </div>
      ) : null}
      <ul className={styles.plans}>
        {plans
          .filter(({ isArchived }) => showsArchived || !isArchived)
          .map((plan) =>
            open?.plan?.planId === plan.planId ? (
              <li key={plan.planId}>
                <PlanForm
                  kind={open.kind}
                  plan={plan}
                  offerings={offerings.data.offerings}
                  onClose={() => setOpen(null)}
                />
              </li>
            ) : (
              <PlanRow
                key={plan.planId}
                plan={plan}
                about={[
                  rulesText(plan.rules, writing),
                  ...(plan.soldAs === null
                    ? []
                    : [words.t('benefits.rules.soldAs', { name: plan.soldAs.name })]),
                  ...(plan.pays.length === 0
                    ? []
                    : [
                        words.t('benefits.rules.pays', {
                          names: plan.pays.map((id) => nameOf.get(id) ?? '').join(', '),
                        }),
                      ]),
                ].join(', ')}
                onEdit={() => setOpen({ kind: plan.rules.kind, plan })}
              />
            ),
          )}
      </ul>
      {open !== null && open.plan === null ? (
        <PlanForm
          kind={open.kind}
          plan={null}
          offerings={offerings.data.offerings}
          onClose={() => setOpen(null)}
        />
      ) : (
        <PartActions>
          {BENEFIT_KINDS.map((kind) => (
            <Command
              key={kind}
              title={words.t(`benefits.means.${kind}`)}
              onClick={() => setOpen({ kind, plan: null })}
            >
              {words.t('benefits.add', { kind: kindName(words, kind) })}
            </Command>
          ))}
          {archived.length > 0 ? (
            <Command isQuiet onClick={() => setShowsArchived(!showsArchived)}>
              {showsArchived
                ? words.t('settings.hideArchived')
                : words.t('catalogue.showArchived', { count: archived.length })}
            </Command>
          ) : null}
        </PartActions>
      )}
      {usual.data.plans.length > 0 && open === null ? (
        <SettingsPart title={words.t('benefits.usual.title')}>
          <ul className={styles.plans}>
            {usual.data.plans.map((plan) => (
              <UsualRow key={plan.name} plan={plan} about={rulesText(plan.rules, writing)} />
            ))}
          </ul>
        </SettingsPart>
      ) : null}
      {plans.some(({ rules }) => rules.kind === 'membership') ? <EndingList /> : null}
    </>
  );
}

function PlanRow({ plan, about, onEdit }: { plan: Plan; about: string; onEdit(): void }) {
  const words = useWords();
  const notices = useNotices();
  const setArchived = useCommand('benefitPlan.setArchived');
  const { planId, name, isArchived, held } = plan;
  return (
    <li className={`${styles.plan} ${isArchived ? styles.archived : ''}`}>
      <div className={styles.text}>
        <p className={styles.name}>{name}</p>
        <p className={styles.about}>
          {kindName(words, plan.rules.kind)}: {about}
        </p>
      </div>
      <div className={styles.side}>
        {held > 0 ? <span className={styles.about}>{words.t('benefits.held', { count: held })}</span> : null}
        <span className={styles.commands}>
          <Command isQuiet aria-label={words.t('benefits.editNamed', { name })} onClick={onEdit}>
            {words.t('benefits.edit')}
          </Command>
          <Command
            isQuiet
            aria-label={
              isArchived
                ? words.t('catalogue.unarchiveNamed', { name })
                : words.t('benefits.archiveNamed', { name })
            }
            onClick={() =>
              setArchived.mutate(
                { planId, isArchived: !isArchived },
                {
                  onSuccess: () =>
                    notices.say({
                      text: isArchived
                        ? words.t('catalogue.backAgain', { name })
                        : words.t('benefits.archived', { name }),
                    }),
                  onError: notices.fail,
                },
              )
            }
          >
            {isArchived ? words.t('catalogue.unarchive') : words.t('catalogue.archive')}
          </Command>
        </span>
      </div>
    </li>
  );
}

function UsualRow({ plan, about }: { plan: NewPlan; about: string }) {
  const words = useWords();
  const notices = useNotices();
  const create = useCommand('benefitPlan.create');
  const { name } = plan;
  return (
    <li className={styles.plan}>
      <div className={styles.text}>
        <p className={styles.name}>{name}</p>
        <p className={styles.about}>
          {kindName(words, plan.rules.kind)}: {about}
        </p>
      </div>
      <div className={styles.side}>
        <Command
          aria-label={words.t('benefits.usual.takeNamed', { name })}
          disabled={create.isPending}
          onClick={() =>
            create.mutate(plan, {
              onSuccess: () => notices.say({ text: words.t('benefits.taken', { name }) }),
              onError: notices.fail,
            })
          }
        >
          {words.t('benefits.usual.take')}
        </Command>
      </div>
    </li>
  );
}
