import type { DisplayWords } from "../../en/settings/displays";

export const displays: DisplayWords = {
  letIn: {
    title: "Liberar uma tela",
    open: "Na televisão, abra",
    thenEnter: "Ela mostra um código. Digite-o aqui, dê um nome à tela e escolha o que ela mostra.",
    loopback:
      "Este endereço só alcança esta máquina. Na televisão, use no lugar o nome ou o endereço desta máquina na rede.",
    demo: "Na demonstração nenhuma tela precisa de código. Para experimentar, abra este endereço em outro navegador ou em uma janela anônima: a partir daí ela será uma tela.",
    code: "Código da tela",
    codeHint: "Como aparece na tela",
    name: "Nome",
    nameHint: "Por exemplo, onde ela fica",
    submit: "Liberar",
    writeCode: "Digite os seis caracteres que a tela mostra.",
    unlikely: "Nenhum código tem esse caractere, nem 0, O, 1, I ou L. Olhe a tela de novo.",
    notShown: "Nenhuma tela mostra este código agora. Um código vale por dez minutos, e uma só vez.",
    tooMany: (minutes) => `Códigos errados demais. Você pode tentar de novo em ${minutes} min.`,
    writeName: "Digite um nome.",
    done: (name) => `${name} está liberada. O painel dela aparece sozinho.`,
  },
  screen: {
    label: "O que ela mostra",
    boards: "Painéis",
    rotations: "Rotações: vários painéis em sequência",
    rotation: "Rotação:",
    gone: (id) => `Não está mais configurado: ${id}`,
  },
  list: {
    title: "Telas liberadas",
    empty:
      "Nenhuma tela foi liberada ainda. Cada uma aparecerá aqui com o que mostra e se está conectada. Daqui você pode mudar isso, localizá-la na parede, recarregá-la e revogá-la. Para começar, abra em uma televisão o endereço acima.",
    connected: "Conectada",
    notConnected: "Desconectada",
    notYet: "Ainda não foi vista",
    lastSeen: (ago, time) => `Vista pela última vez ${ago}, ${time}`,
    letIn: (day) => `Liberada em ${day}`,
    by: "por",
    isNew: "Nova",
    revoked: (name) => `${name} foi revogada e mostra um código a partir de agora.`,
  },
  actions: {
    identify: "Identificar",
    reload: "Recarregar",
    change: "Alterar",
    revoke: "Revogar",
    save: "Salvar",
    told: { identify: "Mostra o nome dela por dez segundos.", reload: "Recarrega a página dela." },
    notReached: "Ela está desconectada e não pode ser avisada agora.",
    revokeMeans: (name) =>
      `${name} perde o painel em segundos e mostra um código. Para voltar a mostrar painéis, precisa ser liberada de novo.`,
  },
};
