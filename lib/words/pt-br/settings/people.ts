import type { PeopleWords } from "../../en/settings/people";

export const people: PeopleWords = {
  lead: "Quem pode entrar e o que está aberto para cada pessoa.",
  demo: "Na demonstração ninguém entra: uma conta não tem efeito aqui.",
  none: "Ninguém tem conta ainda.",
  add: "Adicionar uma pessoa",
  you: "Você",
  disabled: "Desativada",
  byCompany: "Entra pela empresa",
  seesNumbers: "Pode ver os telefones de quem liga",
  change: "Alterar",
  newPassword: "Nova senha",
  disable: "Desativar",
  enable: "Reativar",
  form: {
    writeName: "Digite um nome.",
    nameHint: "É com ele que esta pessoa entra.",
    role: "Função",
    roles: {
      admin: "Tudo o que a supervisão vê. Também gerencia pessoas, telas, chaves de acesso e a trilha de auditoria.",
      supervisor: "Todas as filas: seus números, quem espera, quem trabalha e cada contato. Gerencia as telas.",
      lead: "Apenas as filas escolhidas aqui: seus números, quem espera, quem trabalha e cada contato.",
      analyst: "Números e contatos de todas as filas. Nem quem espera ou trabalha, nem nada de quem liga.",
    },
    queues: "Filas desta liderança de equipe",
    noQueues: "Nenhuma fila é conhecida ainda. Cada uma aparece aqui assim que o Pickup souber dela.",
    chooseQueue: "Escolha pelo menos uma fila.",
    numbers: "Pode ver os telefones de quem liga",
    numbersMean:
      "Um de cada vez, e cada exibição fica na trilha de auditoria. Sem isso, só os últimos dígitos, •••4711.",
    firstPassword: "Primeira senha",
    handOver: "Entregue-a você mesmo. Ela pode ser trocada em “Minha conta”.",
    create: "Adicionar",
    save: "Salvar",
  },
  effects: {
    nothing: "Nada foi alterado ainda.",
    change: (name) =>
      `Ao salvar, todas as sessões de ${name} terminam na hora. A partir da próxima entrada vale o que está definido aqui.`,
    changeYou: "Ao salvar, todas as suas sessões terminam na hora, esta também.",
    noSettings: "Depois disso você não gerencia mais as pessoas.",
    company: "Para quem entra pela empresa, é ela que define a função de novo a cada entrada.",
    password: (name) => `Ao salvar, todas as sessões de ${name} terminam na hora. Depois, só a nova senha vale.`,
    disable: (name) =>
      `Isso encerra na hora todas as sessões de ${name}. Não será possível entrar até você reativar a conta.`,
    disableYou:
      "Isso encerra na hora todas as suas sessões, esta também. Só outra pessoa da administração pode reativar sua conta.",
    enable: (name) => `Depois disso, ${name} pode entrar de novo, com a mesma função de antes.`,
    confirmDisable: (name) => `Desativar ${name}`,
    confirmEnable: (name) => `Reativar ${name}`,
  },
  done: {
    added: (name) => `${name} já pode entrar.`,
    changed: (name) => `Salvo. As sessões de ${name} terminaram.`,
    password: (name) => `${name} tem uma nova senha, e suas sessões terminaram.`,
    disabled: (name) => `A conta de ${name} está desativada, e suas sessões terminaram.`,
    enabled: (name) => `${name} pode entrar de novo.`,
  },
};
