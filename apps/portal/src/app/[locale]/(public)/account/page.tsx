import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { callApi } from '../../../../api/client.ts'
import { readQuery, type SearchParams } from '../../../../data/page-params.ts'
import { ClientTexts } from '../../../../i18n/client-texts.tsx'
import { nextPath } from '../../../../session/next-path.ts'
import { getMe } from '../../../../session/session.ts'
import { areasOf } from '../../../../shell/areas.ts'
import { getNetwork, type NetworkState } from '../../../../site/network.ts'
import { buttonClass } from '../../../../ui/button.tsx'
import { Address } from '../../../../ui/identifier.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ProblemNote } from '../../../../ui/problem-note.tsx'
import { PageHead, Section } from '../../../../ui/section.tsx'
import type { Person } from '../../../../wallet/development.ts'
import { SignIn } from '../../../../wallet/sign-in.tsx'
import { SignOut } from '../../../../wallet/sign-out.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wallet')
  return { title: t('accountTitle'), robots: { index: false } }
}

/** Whom the development wallet can play: nobody but on a network of one machine. */
async function peopleOf(network: NetworkState): Promise<readonly Person[]> {
  if (!network.up || network.facts.name !== 'local') return []
  const people = await callApi<{ data: readonly Person[] }>('/v1/dev/people')
  return people.ok ? people.value.data : []
}

/** Signing in, and where one is signed in. */
export default async function AccountPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const [t, site, locale, query, network, me] = await Promise.all([
    getTranslations('wallet'),
    getTranslations('site'),
    getLocale(),
    readQuery(searchParams, 'next'),
    getNetwork(),
    getMe(),
  ])
  if (!network.up) {
    return (
      <>
        <PageHead title={t('accountTitle')} />
        <div className="mt-6">
          <ProblemNote problem={network.problem} />
        </div>
      </>
    )
  }
  const people = await peopleOf(network)
  const signIn = <SignIn passphrase={network.facts.passphrase} people={people} next={nextPath(query.next, locale)} />
  const texts = ['wallet', 'problem', 'refusal'] as const
  if (!me?.ok) {
    return (
      <ClientTexts of={texts}>
        <PageHead title={t('signInTitle')} lead={t('signInLead')} />
        <div className="mt-8">{signIn}</div>
      </ClientTexts>
    )
  }
  return (
    <ClientTexts of={texts}>
      <PageHead title={t('accountTitle')} actions={<SignOut next={`/${locale}/account`} />} />
      <div className="mt-6 card p-6">
        <p className="text-muted">{t('signedInAs')}</p>
        <p className="mt-1 text-lg">
          <Address value={me.value.address} whole />
        </p>
        <p className="mt-2 text-sm text-muted">{t('until')}</p>
      </div>
      <Section id="areas" title={t('roles')}>
        <ul className="flex flex-wrap gap-3">
          {areasOf(me.value).map(({ name, href }) => (
            <li key={name}>
              <Link href={href} className={buttonClass('secondary')}>
                {site(name)}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      {people.length > 0 && (
        <Section id="change" title={t('change')}>
          {signIn}
        </Section>
      )}
    </ClientTexts>
  )
}
